//! Land borders between states and provinces: the arcs that two areas of the basemap share.

use super::shares::to_thousandth;
use super::shares::told;
use super::states::States;
use atlas_map::basemap::{ArcUse, Basemap};
use atlas_model::{Feature, Kind, Share};
use geo_types::LineString;

/// The borders of each feature, in their order: of a state with other states, of a province with other provinces and
/// with foreign states. The length that a province among them takes is not counted again for its state.
pub(super) fn all(features: &[Feature], ground: &Basemap, states: &States) -> Vec<Vec<Share>> {
    let outlines: Vec<Vec<ArcUse>> = features.iter().map(|feature| outline(feature, ground)).collect();
    let outlined: Vec<usize> = (0..features.len()).filter(|at| !outlines[*at].is_empty()).collect();
    let shared = |one: usize, other: usize| {
        let both = outlines[one].iter().filter(|arc| outlines[other].contains(arc));
        both.map(|arc| on_land(ground, *arc, states)).sum::<f64>()
    };
    let mut all = vec![Vec::new(); features.len()];
    for &one in &outlined {
        let feature = &features[one];
        let mut borders: Vec<(&Feature, f64)> = Vec::new();
        for &other in &outlined {
            let neighbour = &features[other];
            let foreign = one != other && feature.part_of.as_ref() != Some(&neighbour.id);
            if foreign && (feature.kind == Kind::Province || neighbour.kind == Kind::State) {
                borders.push((neighbour, shared(one, other)));
            }
        }
        all[one] = told(without_parts(&borders));
    }
    all
}

/// The arcs of a state or province, each by its index; none for other features.
fn outline(feature: &Feature, ground: &Basemap) -> Vec<ArcUse> {
    let (Kind::State | Kind::Province, [reference]) = (feature.kind, feature.basemap.as_slice()) else {
        return Vec::new();
    };
    let uses = ground.areas_for(&reference.0).into_iter().flat_map(|area| area.rings.iter().flatten());
    uses.map(|&arc| if arc < 0 { !arc } else { arc }).collect()
}

/// The length of an arc outside the seas, km: on the basemap, borders go on to the limit of the territorial sea.
fn on_land(ground: &Basemap, arc: ArcUse, states: &States) -> f64 {
    states.off_the_seas(&LineString::from(ground.ring(&[arc], 0.0)))
}

/// Takes what a part of a neighbour borders off the neighbour's own share.
fn without_parts(borders: &[(&Feature, f64)]) -> Vec<Share> {
    let parts = |whole: &Feature| {
        borders.iter().filter(|(part, _)| part.part_of.as_ref() == Some(&whole.id)).map(|(_, km)| km).sum::<f64>()
    };
    let share =
        |(place, km): &(&Feature, f64)| Share { place: Some(place.id.clone()), km: to_thousandth(km - parts(place)) };
    borders.iter().map(share).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use atlas_map::basemap::{Arc, Area};
    use serde_json::json;

    fn feature(id: &str, kind: &str, area: &str, part_of: Option<&str>) -> Feature {
        serde_json::from_value(json!({
            "id": id, "kind": kind, "layer": "states", "rank": 1, "name": {"en": id}, "part_of": part_of,
            "summary": {"text": {"en": id}}, "basemap": [area],
        }))
        .expect("a feature")
    }

    #[test]
    fn neighbours_share_their_arcs_on_land() {
        // Two squares of two degrees; the northern degree of their border belongs to a province of the eastern one, and
        // the southern half degree lies in the sea.
        let arc = |points: &[[f64; 2]]| Arc { importance: vec![f32::INFINITY; points.len()], points: points.to_vec() };
        let area = |name: &str, ring: &[i32]| Area { name: name.into(), rings: vec![ring.to_vec()] };
        let ground = Basemap {
            arcs: vec![
                arc(&[[0.0, 0.0], [0.0, 1.0]]),
                arc(&[[0.0, 1.0], [0.0, 2.0]]),
                arc(&[[0.0, 2.0], [-2.0, 2.0], [-2.0, 0.0], [0.0, 0.0]]),
                arc(&[[0.0, 2.0], [1.0, 2.0], [1.0, 1.0]]),
                arc(&[[0.0, 1.0], [1.0, 1.0]]),
                arc(&[[1.0, 1.0], [2.0, 1.0], [2.0, 0.0], [0.0, 0.0]]),
                arc(&[[-3.0, -1.0], [3.0, -1.0], [3.0, 0.5], [-3.0, 0.5], [-3.0, -1.0]]),
            ],
            countries: vec![area("WST", &[0, 1, 2]), area("EST", &[!5, !3, !1, !0])],
            provinces: vec![area("North", &[1, 3, !4])],
            seas: vec![area("Bay", &[6])],
            ..Basemap::default()
        };
        let features = [
            feature("west", "state", "country:WST", None),
            feature("east", "state", "country:EST", None),
            feature("north", "province", "province:North", Some("east")),
        ];
        let borders = all(&features, &ground, &States::new(&features, &ground));
        let known = |at: usize| -> Vec<(Option<&str>, f64)> {
            borders[at].iter().map(|share| (share.place.as_deref(), (share.km / 110.6 * 10.0).round() / 10.0)).collect()
        };
        assert_eq!(known(0), [(Some("east"), 1.5)]);
        assert_eq!(known(1), [(Some("west"), 1.5)]);
        assert_eq!(known(2), [(Some("west"), 1.0)]);
    }
}
