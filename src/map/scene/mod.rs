//! What is to be drawn: basemap and features, projected once, and the picture of it that a camera sees.
//!
//! A [`Scene`] is the same for both painters (`draw::svg`, `draw::canvas`): shapes in screen pixels, from the bottom
//! up, and placed names. Nothing here knows how it will be painted.

mod base_layer;
mod budget;
mod compose;
mod detail;
mod feature_summary;
mod frames;
mod highlight_set;
mod hit;
mod inset;
mod label;
mod labelled_map;
mod map_data;
mod map_feature;
mod map_style;
mod paints;
#[cfg(not(target_arch = "wasm32"))]
mod parallel_offset;
mod picture;
mod style;
mod symbol;
#[cfg(test)]
pub(crate) mod tests;
mod visibility_filter;

pub use base_layer::{BaseArea, BaseLayer, BaseLine};
pub use budget::{Budget, Picture, picture, vertices};
pub use compose::{compose, symbol_for, visible_features};
pub use detail::{DetailLoader, DetailMismatch, Refinement, load_detail, refine};
pub use feature_summary::FeatureSummary;
pub use frames::{frame_for, home, limits};
pub use hit::{Hit, hit, locate, tier};
pub use inset::{inset_area, inset_frame, is_on_frame};
pub use label::{Align, CutName, HALO, Label, Lettering, Letters, PlacedLabel};
pub use labelled_map::LabelledMap;
pub use map_data::MapData;
pub use map_feature::{Class, FeatureArea, MapFeature};
pub use map_style::{Emphasis, Highlight, MapStyle, Palette, REFERENCE, SizeClass, TypeScale, reference, type_scale};
pub use picture::{Detail, Group, Halo, Mark, Paint, RECEDING, Scene};
pub use style::{Cap, Fill, Pen, Stroke, Token};
pub use symbol::{PartShape, Symbol, SymbolPart};
pub use visibility_filter::is_crowded;
