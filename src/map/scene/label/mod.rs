//! Names on the map: which, where, and never one over another.
//!
//! Names are placed for a step of zoom (a quarter of a doubling) over the whole atlas at once, so that panning cannot
//! move them, and with room enough to stay apart everywhere within the step. A placement is kept until the language,
//! the selection or the hidden layers change. A large atlas is lettered in [`squares`].

mod advance;
mod areas;
mod block;
mod boxes;
mod cache;
mod candidates;
mod capitals;
mod collision_index;
mod courses;
mod grid;
mod key;
mod lettering;
mod naming;
mod place;
mod query;
mod spines;
mod squares;
mod types;
mod visibility;

pub(super) use cache::Cache;
pub(super) use key::{LabelKey, STEPS, pixel_scale, zoom_step};
pub use lettering::{Lettering, Letters};
pub use types::{Align, CutName, HALO, Label, PlacedLabel};
pub(super) use visibility::{symbol, visible_rank, zoom_of};
