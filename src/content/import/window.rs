//! Which part of the world is kept, and how finely.

use super::grid::{Point, degrees};

/// West, south, east and north limit in degrees.
///
/// The conic map with the central meridian 52° E that shows St Petersburg to Mumbai on a 16:10 page reaches
/// from 5° W to 111° E along its upper edge, and on a 9:16 page from 4° N to 75° N.
pub const WINDOW: [f64; 4] = [-8.0, 2.0, 114.0, 76.0];

/// The window that the treaty is about: the South Caucasus and the southern Caspian.
const DETAIL: [f64; 4] = [40.0, 36.0, 54.0, 46.0];

/// The frame of the map at its smallest scale; beyond it only corners are seen.
const FRAME: [f64; 4] = [20.0, 8.0, 90.0, 63.0];

/// Whether a place lies in a box of west, south, east and north.
pub(super) fn within(point: Point, [west, south, east, north]: [f64; 4]) -> bool {
    let [lon, lat] = degrees(point);
    (west..=east).contains(&lon) && (south..=north).contains(&lat)
}

/// How carefully a place is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Zone {
    /// Syunik and its surroundings.
    Detail,
    /// The rest of the frame.
    Frame,
    /// The margin round the frame.
    Margin,
}

/// The zone of a place.
pub(super) fn zone(point: Point) -> Zone {
    if within(point, DETAIL) {
        Zone::Detail
    } else if within(point, FRAME) {
        Zone::Frame
    } else {
        Zone::Margin
    }
}

impl Zone {
    /// Points that matter less than this, in kilometres, are dropped.
    pub(super) fn tolerance_km(self) -> f64 {
        match self {
            Self::Detail => 0.05,
            Self::Frame => 0.5,
            Self::Margin => 4.0,
        }
    }

    /// Islands, lakes and seas below this many square kilometres are dropped.
    pub(super) fn smallest_km2(self) -> f64 {
        match self {
            Self::Detail => 0.5,
            Self::Frame => 6.0,
            Self::Margin => 150.0,
        }
    }

    /// Grid steps to which the coordinates are rounded: 11 m in the detail, 111 m elsewhere.
    pub(super) fn rounding(self) -> i32 {
        if self == Self::Detail { 10 } else { 100 }
    }
}
