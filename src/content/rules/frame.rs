//! The part of the earth that the atlas shows.

/// West and east edge, in degrees of longitude.
const LON: std::ops::RangeInclusive<f64> = 14.0..=96.0;
/// South and north edge, in degrees of latitude.
const LAT: std::ops::RangeInclusive<f64> = 2.0..=68.0;

/// True on the globe.
pub(super) fn on_globe(lon: f64, lat: f64) -> bool {
    (-180.0..=180.0).contains(&lon) && (-90.0..=90.0).contains(&lat)
}

/// True inside the atlas.
pub(super) fn contains(lon: f64, lat: f64) -> bool {
    LON.contains(&lon) && LAT.contains(&lat)
}

/// A position as the files write it.
pub(super) fn shown(lon: f64, lat: f64) -> String {
    format!("[{lon}, {lat}]")
}

/// What to do about a position outside.
pub(super) fn remedy() -> String {
    let (west, east, south, north) = (LON.start(), LON.end(), LAT.start(), LAT.end());
    format!("Stay within {west} to {east} degrees east and {south} to {north} north, longitude first.")
}
