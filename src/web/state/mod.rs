//! The state of a page, what can happen to it, and how an address tells it. Pure, and tested natively.

mod address;
mod app_state;
mod event;
mod theme;
mod update;
mod view;

pub(crate) use address::{Address, read_layers};
pub(crate) use app_state::{AppState, Hint, PanelContent};
pub(crate) use event::{Event, OpenedBy};
pub(crate) use theme::Theme;
pub(crate) use update::{Change, History, Reposition, Travel, update};
pub(crate) use view::View;
