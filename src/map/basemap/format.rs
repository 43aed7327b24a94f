//! The packed format, as far as its writer and its reader must agree.
//!
//! A part is [`MAGIC`], [`VERSION`], the length of its body (four bytes, low first) and the body:
//! arcs, countries, provinces, seas, lakes, lines, each a count and its items. Numbers are varints, signed ones zigzag.
//!
//! - **Arcs**: for each its number of points (none for an arc that this level leaves out), shifted left by two, and in
//!   the two low bits its unit, an index into [`UNITS`]. Then the longitudes of all points of all arcs, then their latitudes, then one byte of importance for each
//!   point that is not an end of its arc. A coordinate is the zigzag difference from the point before (across arcs too),
//!   for the first point of an arc in 1/10,000 of a degree, for the others in the arc's unit. The low bytes of all
//!   differences come first, then their higher parts: the same bits, but they compress better apart.
//! - **Areas**: name, then rings, each the numbers of its arcs as differences from the one before.
//! - **Lines**: a byte for the kind, name, arcs as in a ring.

/// First bytes of every part: "treaty atlas basemap".
pub(super) const MAGIC: &[u8] = b"TABM";

/// Version of the format.
pub(super) const VERSION: u8 = 1;

/// Coordinates are kept to a ten-thousandth of a degree, about 11 m.
pub(super) const UNITS_PER_DEGREE: i64 = 10_000;

/// Steps that an arc's coordinates may be multiples of, in ten-thousandths of a degree.
pub(super) const UNITS: [i64; 4] = [1, 10, 20, 40];

/// Importance is kept in this many steps; the last is infinity, the one before 51.2 km or more.
pub(super) const LEVELS: u8 = 12;

/// Importance of level 0, in kilometres; each further level is twice the one before.
const FINEST: f32 = 0.05;

/// The importance, in kilometres, that a level stands for.
pub(super) fn importance(level: u8) -> f32 {
    if level + 1 >= LEVELS { f32::INFINITY } else { FINEST * f32::from(1u16 << level) }
}

/// The level whose importance is nearest, as a ratio, to this one in kilometres.
pub(super) fn level(kilometres: f32) -> u8 {
    if kilometres == f32::INFINITY {
        return LEVELS - 1;
    }
    let doublings = (kilometres / FINEST).log2().round();
    doublings.clamp(0.0, f32::from(LEVELS - 2)) as u8
}
