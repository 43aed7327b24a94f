//! Which part of the world is kept, and how finely.

use super::grid::{Point, degrees};

/// West, south, east and north limit in degrees.
///
/// The conic map with the central meridian 52° E that shows St Petersburg to Mumbai on a 16:10 page reaches
/// from 5° W to 111° E along its upper edge, and on a 9:16 page from 4° N to 75° N; a wide screen sees more at its sides.
pub(super) const WINDOW: [f64; 4] = [-25.0, -14.0, 135.0, 78.0];

/// The window that the treaty is about: the South Caucasus and the southern Caspian.
const DETAIL: [f64; 4] = [40.0, 36.0, 54.0, 46.0];

/// The corridor from Russia to the Gulf and the countries along it.
const NEAR: [f64; 4] = [32.0, 22.0, 64.0, 48.0];

/// The frame of the map at its smallest scale; beyond it only corners are seen.
const FRAME: [f64; 4] = [20.0, 8.0, 90.0, 63.0];

/// Whether a place lies in a box of west, south, east and north.
pub(super) fn within(point: Point, [west, south, east, north]: [f64; 4]) -> bool {
    let [lon, lat] = degrees(point);
    (west..=east).contains(&lon) && (south..=north).contains(&lat)
}

/// How carefully a place is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Zone {
    /// Syunik and its surroundings.
    Detail,
    /// The countries round the Caspian and the Gulf.
    Near,
    /// The rest of the frame.
    Frame,
    /// The margin round the frame.
    Margin,
}

/// The zone of a place.
pub(super) fn zone(point: Point) -> Zone {
    if within(point, DETAIL) {
        Zone::Detail
    } else if within(point, NEAR) {
        Zone::Near
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
            Self::Detail => 0.08,
            Self::Near => 0.7,
            Self::Frame => 2.0,
            Self::Margin => 9.0,
        }
    }

    /// Islands, lakes and seas below this many square kilometres are dropped.
    pub(super) fn smallest_km2(self) -> f64 {
        match self {
            Self::Detail => 0.5,
            Self::Near => 3.0,
            Self::Frame => 15.0,
            Self::Margin => 500.0,
        }
    }

    /// Grid steps to which the coordinates are rounded: 11, 111, 222 or 444 m.
    pub(super) fn rounding(self) -> i32 {
        match self {
            Self::Detail => 10,
            Self::Near => 100,
            Self::Frame => 200,
            Self::Margin => 400,
        }
    }
}
