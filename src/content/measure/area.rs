//! Areas of polygons, and of provinces, seas and lakes of the basemap.

use super::rings::rings;
use super::shares::to_thousandth;
use atlas_map::basemap::{Area, Basemap};
use atlas_model::BasemapArea;
use geo::orient::Direction;
use geo::{BooleanOps, BoundingRect, GeodesicArea, Intersects, Orient};
use geo_types::{Geometry, MultiPolygon};

/// The area of a polygon, to the thousandth of a square kilometre.
pub(super) fn area_km2(geometry: &Geometry<f64>) -> Option<f64> {
    let square_metres = match geometry {
        Geometry::Polygon(area) => area.geodesic_area_signed(),
        Geometry::MultiPolygon(areas) => areas.geodesic_area_signed(),
        _ => return None,
    };
    Some(to_thousandth(square_metres.abs() / 1e6))
}

/// The area of provinces, seas and lakes of the basemap together.
///
/// Countries are not measured. On the basemap they reach out to the limit of their territorial sea, and the greatest
/// of them beyond its edge, so the result would compare with no figure that anybody gives. Provinces on a coast reach
/// out as far; the sea is taken off them.
pub(super) fn area_on(ground: &Basemap, references: &[BasemapArea]) -> Option<f64> {
    let mut square_metres = 0.0;
    for BasemapArea(reference) in references {
        let (kind, _) = reference.split_once(':').filter(|(kind, _)| *kind != "country")?;
        let areas = ground.areas_for(reference);
        if areas.is_empty() {
            return None;
        }
        for area in areas {
            let seas = if kind == "province" { seas_at(ground, area) } else { MultiPolygon(Vec::new()) };
            // The difference also sorts rings into outlines and holes, by the even-odd rule.
            let land = rings(ground, area).difference(&seas).orient(Direction::Default);
            square_metres += land.geodesic_area_signed();
        }
    }
    (!references.is_empty()).then(|| to_thousandth(square_metres / 1e6))
}

/// The seas that may cover a part of an area.
fn seas_at(ground: &Basemap, area: &Area) -> MultiPolygon<f64> {
    let Some(frame) = rings(ground, area).bounding_rect() else { return MultiPolygon(Vec::new()) };
    let seas = ground.seas.iter().flat_map(|sea| rings(ground, sea));
    MultiPolygon(seas.filter(|ring| ring.bounding_rect().is_some_and(|other| other.intersects(&frame))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use atlas_map::basemap::Arc;

    /// A basemap of squares, each given by its south-western corner and its side in degrees.
    fn ground(squares: &[(f64, f64, f64)]) -> Basemap {
        let arc = |&(x, y, side): &(f64, f64, f64)| {
            let points = vec![[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]];
            Arc { importance: vec![f32::INFINITY; points.len()], points }
        };
        Basemap { arcs: squares.iter().map(arc).collect(), ..Basemap::default() }
    }

    fn area(name: &str, rings: &[i32]) -> Area {
        Area { name: name.into(), rings: rings.iter().map(|ring| vec![*ring]).collect() }
    }

    fn measured(ground: &Basemap, references: &[&str]) -> Option<f64> {
        let references: Vec<BasemapArea> = references.iter().map(|name| BasemapArea(name.to_string())).collect();
        area_on(ground, &references)
    }

    #[test]
    fn islands_and_the_territorial_sea_are_left_out() {
        // A square of one degree at the equator has 12,309 km²; here the sides are a tenth of that.
        let cell = 123.09;
        let mut ground = ground(&[(0.0, 0.0, 1.0), (0.2, 0.2, 0.1), (0.9, 0.0, 0.2), (2.0, 0.0, 0.1)]);
        ground.seas = vec![area("Sea", &[0, 1])];
        ground.provinces = vec![area("Coast", &[2]), area("Inland", &[3])];
        for (references, cells) in [
            (&["sea:Sea"][..], 99.0),
            // Its western half lies in the sea.
            (&["province:Coast"], 2.0),
            (&["province:Inland"], 1.0),
            (&["province:Coast", "province:Inland"], 3.0),
        ] {
            let area = measured(&ground, references).expect("an area");
            assert!((area - cells * cell).abs() < 0.5, "{references:?}: {area}");
        }
    }

    #[test]
    fn what_cannot_be_compared_is_not_measured() {
        let mut ground = ground(&[(0.0, 0.0, 1.0)]);
        ground.countries = vec![area("ARM", &[0])];
        ground.provinces = vec![area("Brittany", &[0])];
        for references in [&["country:FRA"][..], &["province:Brittany", "country:FRA"], &["province:Alsace"], &[]] {
            assert_eq!(measured(&ground, references), None, "{references:?}");
        }
    }
}
