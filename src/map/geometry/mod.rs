//! Map mathematics: projection, camera, level of detail, clipping, distances.
//!
//! Two planes are used. The *world* plane is the projection's, in kilometres, x to the right and y down;
//! the *screen* is in CSS pixels, y down. [`Camera`] is the map from one to the other.

mod camera;
mod clip;
mod curve;
pub mod decimal;
mod flight;
mod importance;
mod index;
pub mod maths;
mod offset;
#[cfg(not(target_arch = "wasm32"))]
mod pole;
mod polyline;
mod projection;
mod rect;
mod ring;
mod segment;
mod trace;

pub use camera::{Camera, Limits, Padding, SCALE_AT_ZOOM_0};
pub use clip::clip_segment;
pub use curve::{Curve, Ruler};
pub use flight::{Flight, flight};
pub use importance::{douglas_peucker, importance};
pub use index::{Index, position_on_curve};
pub use offset::offset;
#[cfg(not(target_arch = "wasm32"))]
pub use pole::pole;
pub use polyline::{Polyline, Stretch};
pub use projection::{EARTH_RADIUS, Projection};
pub use rect::Rect;
pub use ring::{Piece, Ring, contains, crosses};
pub use segment::distance_to_segment;
pub use trace::{Cut, Run, TracedPath, trace_fill, trace_line};

/// A point or vector of the world plane (km) or of the screen (px).
pub type Coord = geo_types::Coord<f64>;

/// The point (x, y).
pub const fn coord(x: f64, y: f64) -> Coord {
    Coord { x, y }
}

/// Euclidean length of the vector from `a` to `b`.
pub fn distance(a: Coord, b: Coord) -> f64 {
    maths::hypot(b.x - a.x, b.y - a.y)
}

/// The largest of 1, 2 or 5 times a power of ten that is not above `length`.
pub fn round_length(length: f64) -> Option<f64> {
    let lengths = (-3..=5).rev().flat_map(|power| [5.0, 2.0, 1.0].map(|digit| digit * 10f64.powi(power)));
    lengths.into_iter().find(|round| *round <= length)
}
