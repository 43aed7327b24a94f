//! The state of a page, what can happen to it, and how an address tells it. Pure, and tested natively.

mod address;
mod app_state;
mod event;
mod theme;
mod update;
mod view;

pub use address::{Address, read_layers};
pub use app_state::{AppState, Hint, PanelContent};
pub use event::{Event, OpenedBy};
pub use theme::Theme;
pub use update::{Change, History, Reposition, Travel, update};
pub use view::View;
