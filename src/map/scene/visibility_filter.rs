//! Which features there is room for: of a large atlas a map shows the more important from afar, and all of them close up.

use super::highlight_set::HighlightSet;
use super::label::{LabelKey, pixel_scale, zoom_step};
use super::{MapData, MapFeature, MapStyle, SizeClass, TypeScale, frames, reference};
use crate::geometry::{Camera, Rect};
use atlas_model::Lang;

/// Decides which features are on a map.
pub(super) struct VisibilityFilter<'a> {
    hidden: &'a [u8],
    step: i32,
    highlighted: HighlightSet,
    /// What pointer and keyboard touch.
    touched: [Option<usize>; 2],
}

impl<'a> VisibilityFilter<'a> {
    /// For what a camera sees.
    pub(super) fn of(map_data: &MapData, camera: &Camera, map_style: &'a MapStyle) -> VisibilityFilter<'a> {
        let step = zoom_step(camera.scale / pixel_scale(map_style));
        let (highlighted, touched) =
            (HighlightSet::new(map_data, &map_style.highlight), map_data.touched(&map_style.highlight));
        VisibilityFilter { hidden: &map_style.hidden, step, highlighted, touched }
    }

    /// For the names of a step of zoom.
    pub(super) fn for_names(map_data: &MapData, key: &'a LabelKey) -> VisibilityFilter<'a> {
        let highlighted = HighlightSet::of(map_data, &key.selected, &key.related);
        VisibilityFilter { hidden: &key.hidden, step: key.step, highlighted, touched: [None; 2] }
    }

    /// The step of zoom.
    pub(super) fn step(&self) -> i32 {
        self.step
    }

    /// What is shown at every step because it stands out.
    pub(super) fn always(&self) -> impl Iterator<Item = usize> + '_ {
        self.highlighted.all().chain(self.touched.into_iter().flatten())
    }

    /// True for a feature whose layer is shown and for which there is room, or which stands out.
    pub(super) fn has(&self, at: usize, map_feature: &MapFeature) -> bool {
        let fits = || self.step >= i32::from(map_feature.from_step);
        !self.hidden.contains(&map_feature.layer)
            && (fits() || self.highlighted.contains(at) || self.touched.contains(&Some(at)))
    }
}

/// Positions, in reading order, of the features for which there is room and that have something whose bounds meet a
/// rectangle, km.
pub(super) fn map_features_in(data: &MapData, area: &Rect, filter: &VisibilityFilter) -> Vec<usize> {
    // A bit for each feature: many stretches of one line count once, and the order comes for nothing.
    let mut seen = vec![0_u64; data.map_features.len().div_ceil(64)];
    let mut see = |at: usize| {
        if let Some(bits) = seen.get_mut(at / 64) {
            *bits |= 1 << (at % 64);
        }
    };
    data.index.visit(filter.step(), area, &mut |entry, _| {
        data.entries.get(entry as usize).iter().for_each(|entry| see(entry.map_feature()));
    });
    let meets = |at: &usize| data.map_features.get(*at).is_some_and(|map_feature| map_feature.bounds.intersects(area));
    filter.always().filter(meets).for_each(see);
    let mut found = Vec::new();
    for (word, mut bits) in seen.into_iter().enumerate() {
        while bits != 0 {
            let at = word * 64 + bits.trailing_zeros() as usize;
            found.extend(data.map_features.get(at).filter(|map_feature| filter.has(at, map_feature)).map(|_| at));
            bits &= bits - 1;
        }
    }
    found
}

/// True when an opening view has no room for all features.
pub fn is_crowded(data: &MapData) -> bool {
    let home = frames::home(data, Lang::default());
    SizeClass::ALL.into_iter().any(|class| {
        let map_style = MapStyle { type_scale: TypeScale { class, factor: 1.0 }, ..MapStyle::default() };
        let filter = VisibilityFilter::of(data, &reference(home, class), &map_style);
        data.map_features.iter().enumerate().any(|(at, map_feature)| !filter.has(at, map_feature))
    })
}

/// A number that has nothing to do with where a feature lies or stands in the files: of equals some are taken from
/// everywhere (FNV-1a).
pub(super) fn scattered(id: &str) -> u32 {
    id.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(not(target_arch = "wasm32"))]
pub(super) mod survey {
    use super::*;
    use crate::geometry::maths::exp2;
    use crate::scene::label::STEPS;
    use crate::scene::map_data::is_large;
    use crate::scene::paints::is_marine;
    use crate::scene::{Class, Symbol};
    use std::collections::HashMap;

    /// Side of the cells in which features are counted, nominal px, and how many a cell has room for: one for each four
    /// by four pixels. More could not be told apart, nor be hit.
    const CELL: f64 = 32.0;
    const MOST: u32 = 64;
    /// The steps of zoom that matter: from less than the whole map to where a cell is four kilometres wide, and
    /// everything is shown.
    const FROM_AFAR: std::ops::Range<i8> = -24..12;

    /// The step of zoom from which there is room for each of these features: for the higher ranks first, and among
    /// equals for some of every kind everywhere. What is on the map once stays when the scale grows.
    pub(crate) fn from_steps(map_features: &[MapFeature]) -> Vec<i8> {
        let mut steps = vec![i8::MIN; map_features.len()];
        if !is_large(map_features.len()) {
            return steps;
        }
        let mut waiting: Vec<usize> = (0..map_features.len()).filter(|at| takes_room(&map_features[*at])).collect();
        waiting.sort_by_cached_key(|at| (map_features[*at].rank, scattered(&map_features[*at].id)));
        let mut on_the_map: Vec<usize> = Vec::new();
        for step in FROM_AFAR {
            let side = CELL / exp2(f64::from(step) / STEPS);
            let cell = |at: usize| {
                let middle = map_features[at].bounds.centre();
                ((middle.x / side).floor() as i32, (middle.y / side).floor() as i32)
            };
            let mut counts: HashMap<(i32, i32), u32> = HashMap::new();
            on_the_map.iter().for_each(|at| *counts.entry(cell(*at)).or_default() += 1);
            waiting.retain(|at| {
                let count = counts.entry(cell(*at)).or_default();
                let full = *count >= MOST;
                if !full {
                    *count += 1;
                    steps[*at] = step;
                    on_the_map.push(*at);
                }
                full
            });
        }
        waiting.into_iter().for_each(|at| steps[at] = FROM_AFAR.end);
        steps
    }

    /// False for what only lends the ground a name or a colour.
    fn takes_room(map_feature: &MapFeature) -> bool {
        let is_ground =
            map_feature.class >= Class::State || map_feature.symbol == Symbol::Spot && map_feature.areas.is_empty();
        !is_ground && !is_marine(map_feature) && map_feature.is_drawn()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::basemap::Basemap;
    use crate::geometry::{Projection, coord};
    use crate::scene::LabelledMap;
    use crate::scene::tests::feature;
    use crate::scene::{Detail, Highlight, Symbol};
    use crate::scene::{hit, visible_features};
    use geo_types::{Geometry, point};
    use std::sync::LazyLock;

    const COUNT: u32 = 5000;

    /// Towns of all ranks on a few degrees, in rows.
    static CROWD: LazyLock<LabelledMap> = LazyLock::new(|| {
        let features: Vec<_> = (0..COUNT)
            .map(|at| feature(&at.to_string(), "city", "towns", (at % 5 + 1) as u8, r#","quality":"surveyed""#))
            .collect();
        let town = |id: &str| {
            let at: u32 = id.parse().ok()?;
            let (column, row) = (f64::from(at % 100), f64::from(at / 100));
            Some(Geometry::Point(point!(x: 50.0 + column * 0.03, y: 35.0 + row * 0.05)))
        };
        LabelledMap::survey(&Basemap::default(), &features, &town, crate::scene::tests::profile())
    });

    fn camera(zoom: f64) -> Camera {
        Camera::from_at(51.5, 36.25, zoom, 800.0, 600.0)
    }

    fn shown(zoom: f64, map_style: &MapStyle) -> Vec<usize> {
        let camera = camera(zoom);
        visible_features(&CROWD, &camera, map_style, &Detail::screen(&camera).cut.window)
    }

    fn of_rank(rank: u8, shown: &[usize]) -> usize {
        shown.iter().filter(|at| CROWD.map_features()[**at].rank == rank).count()
    }

    #[test]
    fn from_afar_there_is_room_for_the_more_important() {
        let map_style = MapStyle::default();
        let camera = camera(0.0);
        let corners = [(50.0, 35.0), (53.0, 37.5)].map(|(lon, lat)| camera.to_screen(Projection::project(lon, lat)));
        let [a, b] = corners;
        let pixels = (b.x - a.x).abs() * (b.y - a.y).abs();
        let afar = shown(0.0, &map_style);
        // Cells at the edge hold more for each of their pixels within.
        assert!(!afar.is_empty() && (afar.len() as f64) < pixels / 16.0 * 4.0, "{} on {pixels} pixels", afar.len());
        assert_eq!(of_rank(5, &afar), 0, "while more important ones wait");
        assert_eq!(shown(4.0, &map_style).len() as u32, COUNT);
    }

    #[test]
    fn what_is_shown_stays_when_the_scale_grows() {
        let map_style = MapStyle::default();
        let mut before = Vec::new();
        for quarter in -4..8 {
            let now = shown(f64::from(quarter) / 4.0, &map_style);
            assert!(before.iter().all(|at| now.binary_search(at).is_ok()), "at {quarter}");
            before = now;
        }
    }

    #[test]
    fn what_stands_out_has_room_and_what_is_not_shown_is_not_hit() {
        let camera = camera(0.0);
        let hit = |at: usize, map_style: &MapStyle| {
            let place = camera.to_screen(CROWD.map_features()[at].points[0]);
            let found = hit(&CROWD, &camera, place.x, place.y, 0.0, map_style);
            found.iter().any(|hit| hit.id == CROWD.map_features()[at].id)
        };
        let plain = MapStyle::default();
        let afar = shown(0.0, &plain);
        let left_out = (0..COUNT as usize).find(|at| afar.binary_search(at).is_err()).expect("a town without room");
        assert!(!hit(left_out, &plain) && hit(afar[0], &plain));
        let id = left_out.to_string();
        let selected = Highlight { selected: vec![id.clone()], ..Highlight::default() };
        let focused = Highlight { focused: Some(id), ..Highlight::default() };
        for highlight in [selected, focused] {
            let map_style = MapStyle { highlight, ..MapStyle::default() };
            assert!(shown(0.0, &map_style).contains(&left_out) && hit(left_out, &map_style));
        }
    }

    #[test]
    fn a_small_atlas_is_shown_whole() {
        let features = vec![feature("town", "city", "towns", 5, r#","quality":"surveyed""#); 400];
        let place = |_: &str| Some(Geometry::Point(point!(x: 50.0, y: 40.0)));
        let map_data = LabelledMap::survey(&Basemap::default(), &features, &place, crate::scene::tests::profile());
        assert!(map_data.map_features().iter().all(|town| town.from_step == i8::MIN && town.symbol != Symbol::Spot));
        let camera = Camera { centre: coord(0.0, 0.0), scale: 0.02, width: 300.0, height: 200.0 };
        assert_eq!(visible_features(&map_data, &camera, &MapStyle::default(), &camera.screen()).len(), 400);
        assert!(is_crowded(&CROWD) && !is_crowded(&map_data));
    }
}
