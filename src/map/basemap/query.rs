//! Asking the basemap: an area by name, its outline at a tolerance, whether a place lies in it.

use super::{Arc, ArcUse, Area, Basemap};
use crate::geometry::{coord, crosses};

impl Basemap {
    /// The points of a ring or line, longitude and latitude in degrees, joined without repeating the joints.
    ///
    /// Only points whose importance reaches `tolerance_km` (kilometres) are kept; 0 keeps all.
    /// A closed ring ends on the point it started from. Uses of arcs that do not exist are skipped.
    pub fn ring(&self, uses: &[ArcUse], tolerance_km: f64) -> Vec<[f64; 2]> {
        let mut points = Vec::new();
        for &one in uses {
            let Some(arc) = self.arc(one) else { continue };
            let kept = arc.points.iter().zip(&arc.importance);
            let kept = kept.filter(|(_, importance)| f64::from(**importance) >= tolerance_km).map(|(point, _)| *point);
            if one < 0 {
                extend(&mut points, kept.rev());
            } else {
                extend(&mut points, kept);
            }
        }
        points
    }

    /// The arc that is used, in its own direction.
    pub fn arc(&self, arc: ArcUse) -> Option<&Arc> {
        self.arcs.get(usize::try_from(if arc < 0 { !arc } else { arc }).ok()?)
    }

    /// The country with an ISO 3166 alpha-3 code.
    pub fn country(&self, code: &str) -> Option<&Area> {
        named(&self.countries, code)
    }

    /// The province with an English name.
    pub fn province(&self, name: &str) -> Option<&Area> {
        named(&self.provinces, name)
    }

    /// The first country, province, sea or lake of that name, in this order.
    pub fn area(&self, name: &str) -> Option<&Area> {
        [&self.countries, &self.provinces, &self.seas, &self.lakes].into_iter().find_map(|areas| named(areas, name))
    }

    /// The areas that a reference such as `country:FRA`, `province:Brittany`, `sea:North Sea` or `lake:Geneva` means;
    /// none when it is not of this form or there is no such area.
    pub fn areas_for(&self, reference: &str) -> Vec<&Area> {
        let Some((kind, name)) = reference.split_once(':') else { return Vec::new() };
        self.areas_of(kind).iter().filter(|area| !name.is_empty() && area.name == name).collect()
    }

    /// All areas of a kind: `country`, `province`, `sea` or `lake`.
    pub fn areas_of(&self, kind: &str) -> &[Area] {
        match kind {
            "country" => &self.countries,
            "province" => &self.provinces,
            "sea" => &self.seas,
            "lake" => &self.lakes,
            _ => &[],
        }
    }

    /// Whether a place, longitude and latitude in degrees, lies in an area by the even-odd rule.
    pub fn contains(&self, area: &Area, lon: f64, lat: f64) -> bool {
        let mut inside = false;
        for &one in area.rings.iter().flatten() {
            let Some(arc) = self.arc(one) else { continue };
            for pair in arc.points.windows(2) {
                let plane = |[x, y]: [f64; 2]| coord(x, y);
                inside ^= crosses(plane(pair[0]), plane(pair[1]), coord(lon, lat));
            }
        }
        inside
    }
}

fn named<'a>(areas: &'a [Area], name: &str) -> Option<&'a Area> {
    areas.iter().find(|area| area.name == name)
}

/// Adds points, leaving out the first when it is where the others end.
fn extend(points: &mut Vec<[f64; 2]>, more: impl Iterator<Item = [f64; 2]>) {
    let joint = points.last().copied();
    let mut more = more.peekable();
    if joint.is_some() && more.peek().copied() == joint {
        more.next();
    }
    points.extend(more);
}
