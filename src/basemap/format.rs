//! The packed format, as far as its writer and its reader must agree.
//!
//! A part is [`MAGIC`], [`VERSION`], the length of its body (four bytes, low first) and the body:
//! arcs, countries, provinces, seas, lakes, lines, each a count and its items. Numbers are varints, signed ones zigzag.
//!
//! - **Arcs**: for each its number of points, shifted left by one, lowest bit set when it is coarse. Then the longitudes
//!   of all points of all arcs, then their latitudes, then one byte of importance for each point that is not an end of
//!   its arc. A coordinate is the difference from the point before (across arcs too), in 1/10,000 of a degree; inside a
//!   coarse arc in 1/1,000.
//! - **Areas**: name, then rings, each the numbers of its arcs as differences from the one before.
//! - **Lines**: a byte for the kind, name, arcs as in a ring.

/// First bytes of every part: "treaty atlas basemap".
pub(super) const MAGIC: &[u8] = b"TABM";

/// Version of the format.
pub(super) const VERSION: u8 = 1;

/// Coordinates are kept to a ten-thousandth of a degree, about 11 m.
pub(super) const UNITS_PER_DEGREE: i64 = 10_000;

/// Units in a step of a coarse arc.
pub(super) const COARSE: i64 = 10;

/// Importance is kept in this many steps; the last is infinity.
pub(super) const LEVELS: usize = 16;

/// Importance of level 0, in kilometres.
const FINEST: f32 = 0.04;

/// From one level to the next.
const RATIO: f32 = 1.6;

/// The importance, in kilometres, that a level stands for.
pub(super) fn importance(level: u8) -> f32 {
    if usize::from(level) + 1 >= LEVELS { f32::INFINITY } else { FINEST * RATIO.powi(i32::from(level)) }
}

/// The highest level whose importance is not above this one, in kilometres.
#[cfg(feature = "ssr")]
pub(super) fn level(kilometres: f32) -> u8 {
    (0..LEVELS as u8).rev().find(|&level| importance(level) <= kilometres).unwrap_or(0)
}
