//! How much of a line lies in which state, and how much at sea.

use super::length::lines;
use super::region::{Edge, Region};
use super::rings::rings;
use super::shares::{to_thousandth, told};
use atlas_map::basemap::Basemap;
use atlas_model::{Feature, Kind, Share};
use geo::{Distance, Geodesic};
use geo_types::{Geometry, LineString, MultiPolygon};

/// The states that are features and all seas, with their areas on the basemap.
pub(super) struct States {
    states: Vec<(Option<String>, Region)>,
    /// Seas that are features by their id, the others without.
    seas: Vec<(Option<String>, Region)>,
}

impl States {
    /// Takes the areas from the basemap. Borders are those of the basemap, which shows control on the ground.
    pub(super) fn new(features: &[Feature], ground: &Basemap) -> States {
        let of_kind = |kind: Kind| features.iter().filter(move |feature| feature.kind == kind);
        let areas = |feature: &Feature| {
            let areas = feature.basemap.iter().flat_map(|reference| ground.areas_for(&reference.0));
            MultiPolygon(areas.flat_map(|area| rings(ground, area)).collect())
        };
        let states =
            of_kind(Kind::State).filter_map(|state| Some((Some(state.id.clone()), Region::new(&areas(state))?)));
        let owner = |name: &str| {
            let is_it = |sea: &&Feature| sea.basemap.iter().any(|reference| reference.0 == format!("sea:{name}"));
            of_kind(Kind::Sea).find(is_it).map(|sea| sea.id.clone())
        };
        let seas = ground.seas.iter().filter_map(|sea| Some((owner(&sea.name), Region::new(&rings(ground, sea))?)));
        States { states: states.collect(), seas: seas.collect() }
    }

    /// The shares of a line that means of transport use; what lies in no state and no named sea has no place.
    ///
    /// Only what may cross water is looked for at sea: a railway along the coast stays on land even where the
    /// simplified coast cuts it off.
    pub(super) fn shares(&self, kind: Kind, geometry: &Geometry<f64>) -> Vec<Share> {
        let on_water = matches!(kind, Kind::SeaLane | Kind::Pipeline);
        let on_land = matches!(kind, Kind::Route | Kind::Railway | Kind::Pipeline);
        let Some(lines) = lines(geometry).filter(|_| on_water || on_land) else { return Vec::new() };
        let mut rest: Vec<Edge> = lines.0.iter().flat_map(|line| line.lines()).collect();
        let mut shares: Vec<Share> = Vec::new();
        let seas = self.seas.iter().filter(|_| on_water);
        let states = self.states.iter().filter(|_| on_land);
        for (place, region) in seas.chain(states) {
            if region.is_near(&rest) {
                let (inside, outside) = region.divide(&rest);
                add(&mut shares, place.clone(), to_thousandth(kilometres(&inside)));
                rest = outside;
            }
        }
        add(&mut shares, None, to_thousandth(kilometres(&rest)));
        told(shares)
    }

    /// The length of a line outside the seas, km.
    pub(super) fn off_the_seas(&self, line: &LineString<f64>) -> f64 {
        let mut rest: Vec<Edge> = line.lines().collect();
        for (_, sea) in &self.seas {
            if sea.is_near(&rest) {
                rest = sea.divide(&rest).1;
            }
        }
        kilometres(&rest)
    }
}

fn kilometres(parts: &[Edge]) -> f64 {
    parts.iter().map(|part| Geodesic.distance(part.start_point(), part.end_point())).sum::<f64>() / 1000.0
}

fn add(shares: &mut Vec<Share>, place: Option<String>, km: f64) {
    match shares.iter_mut().find(|share| share.place == place) {
        Some(share) => share.km += km,
        None => shares.push(Share { place, km }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use geo_types::{line_string, polygon};

    fn square(x: f64, side: f64) -> Region {
        let area = MultiPolygon(vec![
            polygon![(x: x, y: -1.0), (x: x + side, y: -1.0), (x: x + side, y: 1.0), (x: x, y: 1.0)],
        ]);
        Region::new(&area).expect("an area")
    }

    fn shares(kind: Kind) -> Vec<(Option<String>, f64)> {
        let states = States {
            states: vec![(Some("west".into()), square(0.0, 2.0)), (Some("east".into()), square(2.0, 3.0))],
            seas: vec![(Some("bay".into()), square(3.0, 1.0)), (None, square(8.0, 2.0))],
        };
        // Along the equator from the middle of the western state beyond the eastern one, over the bay, into the sea.
        let line = Geometry::from(line_string![(x: 1.0, y: 0.0), (x: 9.0, y: 0.0)]);
        let degrees = |share: Share| (share.place, (share.km / 111.32 * 100.0).round() / 100.0);
        states.shares(kind, &line).into_iter().map(degrees).collect()
    }

    #[test]
    fn each_state_and_sea_has_its_share() {
        let place = |name: &str| Some(name.to_string());
        assert_eq!(shares(Kind::Railway), [(None, 4.0), (place("east"), 3.0), (place("west"), 1.0)]);
        assert_eq!(
            shares(Kind::Pipeline),
            [(None, 4.0), (place("east"), 2.0), (place("bay"), 1.0), (place("west"), 1.0)]
        );
        assert_eq!(shares(Kind::SeaLane), [(None, 7.0), (place("bay"), 1.0)]);
        assert_eq!(shares(Kind::Border), []);
    }
}
