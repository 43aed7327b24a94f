//! What is to be drawn: the world, projected once, and the picture of it that a camera sees.
//!
//! A [`Scene`] is the same for both painters (`draw::svg`, `draw::canvas`): shapes in screen pixels, from the bottom
//! up, and placed names. Nothing here knows how it will be painted.

mod arrive;
mod beside;
mod budget;
mod compose;
mod ground;
mod hit;
mod inset;
mod label;
mod labelled;
mod lit;
mod look;
mod outline;
mod paints;
mod picture;
mod room;
mod style;
mod subject;
mod symbol;
#[cfg(test)]
pub(crate) mod tests;
mod world;

pub use arrive::{Arrival, Misfit, Refinement};
pub use budget::{Budget, Picture, vertices};
pub use compose::symbol_for;
pub use ground::{Ground, GroundArea, GroundLine};
pub use hit::{Hit, tier};
pub use inset::is_on_frame;
pub use label::{Align, CutName, HALO, Label, Lettering, Letters, PlacedLabel};
pub use labelled::World;
pub use look::{Highlight, Look, Palette, REFERENCE, SizeClass, Standing, TypeScale, reference, type_scale};
pub use outline::Outline;
pub use picture::{Detail, Group, Halo, Mark, Paint, RECEDING, Scene};
pub use room::is_crowded;
pub use style::{Cap, Fill, Pen, Stroke, Token};
pub use subject::{Class, Subject, SubjectArea};
pub use symbol::{Part, Shape, Symbol};
pub use world::MapData;
