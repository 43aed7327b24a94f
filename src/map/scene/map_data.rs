//! Everything the map can show, projected once, with an index over it.

use super::{BaseLayer, Class, FeatureSummary, Highlight, MapFeature, style};
use crate::basemap::Basemap;
use crate::geometry::{Index, Polyline, Rect, Stretch};
use atlas_model::{Day, Feature, Inset, Profile, Text, sort};
use std::sync::Arc;

/// A rectangle, km, that the basemap (25° W–135° E, 14° S–78° N) fills.
pub(super) const GROUND: Rect = Rect::new(-5100.0, -3000.0, 5500.0, 3050.0);
/// An atlas of at most so many features is looked at as a whole.
const WHOLE: usize = 500;

/// Basemap and features on the world plane, with an index over them. Built once.
pub struct MapData {
    /// The lines that ground and features are made of.
    pub pool: Vec<Polyline>,
    /// The ground under the features.
    pub ground: BaseLayer,
    /// The features in reading order, drawn or not.
    pub map_features: Vec<MapFeature>,
    /// How the atlas is arranged.
    pub(super) profile: Arc<Profile>,
    /// Areas of the basemap that are parties to the treaty.
    pub(super) parties: Vec<String>,
    pub(super) index: Index,
    pub(super) entries: Vec<IndexEntry>,
    /// Positions of the features in order of their ids.
    by_id: Vec<u32>,
    /// Positions of the states.
    states: Vec<usize>,
}

/// What an entry of the index stands for. The first number is the feature.
#[derive(Clone, Copy, Debug)]
pub(super) enum IndexEntry {
    /// A place.
    Point(u32, u32),
    /// A stretch of a course: feature, line of the pool, stretch.
    Stretch(u32, u32, u32),
    /// The areas of a feature.
    Area(u32),
}

impl IndexEntry {
    /// Position of its feature.
    pub(super) fn map_feature(self) -> usize {
        let (IndexEntry::Point(at, _) | IndexEntry::Stretch(at, _, _) | IndexEntry::Area(at)) = self;
        at as usize
    }
}

impl MapData {
    /// Projects basemap and features, whose outlines come in the order of the features. Features with `basemap` areas
    /// take their rings from the basemap.
    pub fn new(
        basemap: &Basemap,
        features: &[Feature],
        outlines: &[FeatureSummary],
        geometries: &dyn Fn(&str) -> Option<geo_types::Geometry<f64>>,
        profile: Arc<Profile>,
    ) -> MapData {
        let mut pool = Vec::new();
        let ground = BaseLayer::new(basemap, &mut pool);
        let outlines = outlines.iter().copied().chain(std::iter::repeat(FeatureSummary::default()));
        let mut map_features: Vec<MapFeature> = features
            .iter()
            .zip(outlines)
            .map(|(feature, outline)| {
                MapFeature::new(feature, geometries(&feature.id).as_ref(), outline, &ground, &profile, &mut pool)
            })
            .collect();
        tell_apart(&mut map_features, features);
        let found = everything(&map_features, &pool);
        let mut by_id: Vec<u32> = (0..map_features.len() as u32).collect();
        sort(&mut by_id, |one, other| map_features[*one as usize].id.cmp(&map_features[*other as usize].id));
        let states = (0..map_features.len()).filter(|at| map_features[*at].class == Class::State).collect();
        let of_parties = features.iter().filter(|feature| profile.parties.contains(&feature.id));
        let parties = of_parties.flat_map(|feature| &feature.basemap).map(|area| area.0.clone()).collect();
        let (index, entries) = (Index::default(), Vec::new());
        let mut map_data = MapData { pool, ground, map_features, profile, parties, index, entries, by_id, states };
        map_data.add_to_index(found);
        map_data
    }

    /// Draws the features, the same as those it was made of, in the condition of a day; `None` is the newest.
    pub fn show_date(&mut self, features: &[Feature], date: Option<Day>) {
        for (map_feature, feature) in self.map_features.iter_mut().zip(features) {
            map_feature.strokes = style::strokes(feature, &self.profile, date);
        }
    }

    /// The features in reading order, drawn or not.
    pub fn map_features(&self) -> &[MapFeature] {
        &self.map_features
    }

    /// Ids of the features on the map in reading order: the order of the content files.
    pub fn reading_order(&self) -> impl Iterator<Item = &str> {
        self.map_features.iter().filter(|map_feature| map_feature.is_drawn()).map(|map_feature| map_feature.id.as_str())
    }

    /// Position of a feature in [`MapData::map_features`].
    pub fn position(&self, id: &str) -> Option<usize> {
        let map_feature = |at: u32| self.map_features.get(at as usize);
        let slot = self.by_id.partition_point(|at| map_feature(*at).is_some_and(|one| one.id.as_str() < id));
        let at = *self.by_id.get(slot)?;
        map_feature(at).filter(|one| one.id == id).map(|_| at as usize)
    }

    /// Positions of what is hovered and what has the keyboard focus.
    pub fn touched(&self, highlight: &Highlight) -> [Option<usize>; 2] {
        [&highlight.hovered, &highlight.focused].map(|id| self.position(id.as_deref()?))
    }

    /// What the inset map shows, if there is one.
    pub fn inset(&self) -> Option<&Inset> {
        self.profile.inset.as_ref()
    }

    /// How the atlas is arranged.
    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    /// The smallest rectangle around these features, km; `None` when none of them is on the map.
    pub fn bounds(&self, ids: &[String]) -> Option<Rect> {
        let bounds = ids
            .iter()
            .filter_map(|id| self.map_features.get(self.position(id)?))
            .fold(Rect::EMPTY, |bounds, map_feature| bounds.union(map_feature.bounds));
        (!bounds.is_empty()).then_some(bounds)
    }

    /// Adds entries with their bounds to the index: a packed tree for each step of zoom from which some are shown.
    pub(super) fn add_to_index(&mut self, found: Vec<(Rect, IndexEntry)>) {
        let mut by_step: [(Vec<Rect>, Vec<IndexEntry>); 256] = std::array::from_fn(|_| Default::default());
        for one in found {
            let step = self.map_features.get(one.1.map_feature()).map_or(i8::MIN, |map_feature| map_feature.from_step);
            by_step[(i32::from(step) - i32::from(i8::MIN)) as usize].extend([one]);
        }
        for (step, (bounds, entries)) in (i32::from(i8::MIN)..).zip(by_step) {
            self.index.add(step, &bounds);
            self.entries.extend(entries);
        }
    }

    /// Entries of the index whose bounds meet a rectangle, km.
    pub(super) fn entries_in(&self, area: &Rect) -> Vec<IndexEntry> {
        let mut found = Vec::new();
        self.index.visit(i32::MAX, area, &mut |at, _| found.extend(self.entries.get(at as usize).copied()));
        found
    }

    /// True for an atlas that is too large to be looked at as a whole.
    pub fn is_large(&self) -> bool {
        is_large(self.map_features.len())
    }

    /// The states among the features.
    pub(super) fn states(&self) -> impl Iterator<Item = &MapFeature> {
        self.states.iter().filter_map(|at| self.map_features.get(*at))
    }

    /// A stretch of a line of the pool.
    pub(super) fn stretch(&self, line: u32, stretch: u32) -> Option<Stretch<'_>> {
        self.pool.get(line as usize)?.stretch(stretch as usize)
    }
}

/// True for so many features that they cannot be looked at as a whole.
pub(super) fn is_large(features: usize) -> bool {
    features > WHOLE
}

/// Gives namesakes among the places their full names back.
fn tell_apart(map_features: &mut [MapFeature], features: &[Feature]) {
    // In the browser the texts have one language, which need not be English.
    let known = |text: &Text| text.langs().next().unwrap_or_default();
    let mut names: Vec<&str> = Vec::new();
    let points = || map_features.iter().filter(|map_feature| map_feature.class == Class::Point);
    names.extend(points().map(|map_feature| map_feature.label.get(known(&map_feature.label))));
    sort(&mut names, Ord::cmp);
    let has_namesake = |one: &MapFeature| {
        let name = one.label.get(known(&one.label));
        let first = names.partition_point(|other| *other < name);
        names.get(first + 1).is_some_and(|other| *other == name)
    };
    let namesakes: Vec<bool> = map_features
        .iter()
        .zip(features)
        .map(|(one, feature)| one.class == Class::Point && one.label != *feature.map_name() && has_namesake(one))
        .collect();
    for ((map_feature, feature), namesake) in map_features.iter_mut().zip(features).zip(namesakes) {
        if namesake {
            map_feature.label = feature.map_name().clone();
        }
    }
}

/// Every point, every stretch of a course and every area, with their bounds.
fn everything(map_features: &[MapFeature], pool: &[Polyline]) -> Vec<(Rect, IndexEntry)> {
    let mut found = Vec::new();
    for (at, map_feature) in (0_u32..).zip(map_features) {
        let points = (0_u32..).zip(&map_feature.points);
        found.extend(points.map(|(which, point)| (Rect { min: *point, max: *point }, IndexEntry::Point(at, which))));
        found.extend(stretches(at, map_feature, pool));
        if !map_feature.areas.is_empty() {
            found.push((map_feature.bounds, IndexEntry::Area(at)));
        }
    }
    found
}

/// The stretches of the courses of a feature, with their bounds.
pub(super) fn stretches(
    at: u32,
    map_feature: &MapFeature,
    pool: &[Polyline],
) -> impl Iterator<Item = (Rect, IndexEntry)> {
    let pieces = map_feature.lines.iter().flat_map(|course| &course.pieces);
    let lines = pieces.filter_map(|piece| Some((piece.line, pool.get(piece.line as usize)?)));
    lines.flat_map(move |(at_pool, line)| {
        let stretches = (0_u32..).zip(line.stretches(false));
        stretches.map(move |(which, stretch)| (stretch.bounds, IndexEntry::Stretch(at, at_pool, which)))
    })
}
