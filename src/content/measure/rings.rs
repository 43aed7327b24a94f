//! Areas of the basemap as polygons that can be measured.

use atlas_map::basemap::{Area, Basemap};
use geo_types::{LineString, MultiPolygon, Polygon};

/// Each ring of an area as a polygon of its own: by the even-odd rule islands are holes in it.
pub(super) fn rings(ground: &Basemap, area: &Area) -> MultiPolygon<f64> {
    let ring = |uses: &Vec<_>| Polygon::new(LineString::from(ground.ring(uses, 0.0)), Vec::new());
    MultiPolygon(area.rings.iter().map(ring).collect())
}
