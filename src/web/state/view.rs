//! Where a map looks, as addresses and messages tell it.

use atlas_map::geometry::decimal::{self, fixed};

/// Where a map looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct View {
    /// Longitude of the middle, degrees east.
    pub lon: f64,
    /// Latitude of the middle, degrees north.
    pub lat: f64,
    /// Zoom, a power of two.
    pub zoom: f64,
}

impl View {
    /// The view of three numbers, longitude, latitude and zoom, where they are one: degrees within the world, zoom
    /// between −2 and 12.
    pub(crate) fn of(numbers: &[f64]) -> Option<View> {
        let [lon, lat, zoom] = *numbers else { return None };
        let sound = lon.abs() <= 180.0 && lat.abs() <= 85.0 && (-2.0..=12.0).contains(&zoom);
        sound.then_some(View { lon, lat, zoom })
    }

    /// Reads `lon,lat,zoom`.
    pub(crate) fn read(text: &str) -> Option<View> {
        let numbers: Option<Vec<f64>> = text.split(',').map(decimal::parse).collect();
        View::of(&numbers?)
    }

    /// As the address tells it: to a hundred metres.
    pub(crate) fn written(&self) -> String {
        format!("{},{},{}", fixed(self.lon, 3), fixed(self.lat, 3), fixed(self.zoom, 2))
    }
}
