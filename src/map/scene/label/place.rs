//! Which names are placed, and in which order: one by one, the most important first.

use super::block::Item;
use super::boxes::Scales;
use super::candidates;
use super::collision_index::{CollisionIndex, Cover};
use super::naming::priority;
use super::visibility::{symbol, visible_rank, zoom};
use super::{LabelKey, Lettering, PlacedLabel, STEPS};
use crate::geometry::Rect;
use crate::geometry::maths::exp2;
use crate::scene::MapData;
use crate::scene::highlight_set::HighlightSet;
use crate::scene::map_data::GROUND;
use atlas_model::sort;

/// A part of the plane that is lettered by itself.
pub(super) struct LabelRegion {
    /// The names that belong here, km.
    pub square: Rect,
    /// What is regarded, km.
    pub around: Rect,
    /// No name is to reach out of the square.
    pub uncut: bool,
    /// Most names of features that are considered; more would not find room in it.
    pub most: usize,
}

/// The range of scales of a step.
pub(super) fn scales(key: &LabelKey) -> Scales {
    Scales(exp2(f64::from(key.step) / STEPS), exp2(f64::from(key.step + 1) / STEPS))
}

/// Places the names of these features, and those of the ground, for a step of zoom.
pub(super) fn place(
    map_data: &MapData,
    key: &LabelKey,
    map_features: Vec<usize>,
    part: Option<LabelRegion>,
) -> Vec<PlacedLabel> {
    let mut placing = Placing::new(key, map_features, part);
    while placing.go_on(map_data, usize::MAX) {}
    placing.placed
}

/// Names that are being placed one by one, the most important first.
pub(super) struct Placing {
    pub key: LabelKey,
    /// Features on the map, in reading order.
    map_features: Vec<usize>,
    part: Option<LabelRegion>,
    state: Progress,
    /// What has a place.
    pub placed: Vec<PlacedLabel>,
}

/// Features that are entered in the index in the time that it takes to place a name.
const DRAWN_FOR_EACH: usize = 25;

/// What is done of a placement.
enum Progress {
    /// Nothing.
    New,
    /// The index has the symbols of so many features.
    Drawing(CollisionIndex, usize),
    /// The names of some features are left to be collected.
    Collecting(CollisionIndex, Vec<usize>, Vec<Item>),
    /// Names are left to be placed, the next one last.
    Naming(CollisionIndex, Vec<Item>),
}

impl Placing {
    /// Begins with the names of these features and of the ground.
    pub(super) fn new(key: &LabelKey, map_features: Vec<usize>, part: Option<LabelRegion>) -> Placing {
        Placing { key: key.clone(), map_features, part, state: Progress::New, placed: Vec::new() }
    }

    /// Enters the next features in the index, some for each of `count`, or collects or places the next `count` names; true
    /// when there is more to do.
    pub(super) fn go_on(&mut self, map_data: &MapData, count: usize) -> bool {
        let Placing { key, map_features, part, .. } = self;
        let (scales, zoom) = (scales(key), zoom(key.step, key.class));
        self.state = match std::mem::replace(&mut self.state, Progress::New) {
            Progress::New => {
                let bounds = part.as_ref().map_or(GROUND, |part| part.around);
                Progress::Drawing(CollisionIndex::new(scales, bounds), 0)
            }
            Progress::Drawing(mut collision_index, from) if from < map_features.len() => {
                let to = count.saturating_mul(DRAWN_FOR_EACH).saturating_add(from).min(map_features.len());
                let highlighted = HighlightSet::of(map_data, &key.selected, &key.related);
                for at in map_features.get(from..to).unwrap_or_default() {
                    collision_index.insert_feature(map_data, *at, &|one| symbol(one, zoom, highlighted.contains(*at)));
                }
                Progress::Drawing(collision_index, to)
            }
            Progress::Drawing(collision_index, _) => {
                let within = part.as_ref().map(|part| &part.around);
                let mut items = candidates::of_ground(map_data, key, scales, zoom, within);
                items.reverse();
                Progress::Collecting(
                    collision_index,
                    named(map_data, key, map_features, part.as_ref().map(|part| part.most)),
                    items,
                )
            }
            Progress::Collecting(collision_index, mut named, mut items) if !named.is_empty() => {
                let next = named.split_off(named.len().saturating_sub(count));
                for at in next.into_iter().rev() {
                    items.extend(candidates::of_feature(map_data, at, key, scales, zoom).into_iter().rev());
                }
                Progress::Collecting(collision_index, named, items)
            }
            Progress::Collecting(collision_index, _, mut items) => {
                if let Some(part) = part {
                    items.iter_mut().for_each(|item| part.keep_near(item, scales));
                }
                sort(&mut items, |a, b| b.priority.total_cmp(&a.priority));
                Progress::Naming(collision_index, items)
            }
            Progress::Naming(mut collision_index, mut items) => {
                let next = items.split_off(items.len().saturating_sub(count));
                let labels = next.iter().rev().flat_map(|item| collision_index.settle(map_data, item));
                let square = part.as_ref().map(|part| part.square);
                self.placed.extend(labels.filter(|label| square.is_none_or(|square| square.contains(label.anchor))));
                Progress::Naming(collision_index, items)
            }
        };
        !matches!(&self.state, Progress::Naming(_, items) if items.is_empty())
    }
}

impl LabelRegion {
    /// Forgets the places of a name that do not matter here. A line is named in each square it runs through.
    fn keep_near(&self, Item { lettering, block, positions, .. }: &mut Item, scales: Scales) {
        let along = matches!(lettering, Lettering::Route | Lettering::River);
        let area = if along { &self.square } else { &self.around };
        positions.retain(|position| area.contains(position.anchor));
        if self.uncut {
            positions.retain(|position| {
                let mut cover = Cover::new();
                cover.lay_out(block, position);
                cover.boxes.iter().all(|one| self.square.covers(&one.reach(scales)))
            });
        }
    }
}

/// Those of the features whose names are wanted: all in reading order, or only the most important.
fn named(map_data: &MapData, key: &LabelKey, map_features: &[usize], most_names: Option<usize>) -> Vec<usize> {
    let highlighted = HighlightSet::of(map_data, &key.selected, &key.related);
    let most = visible_rank(zoom(key.step, key.class));
    let all = map_features.iter().filter_map(|at| Some((*at, map_data.map_features.get(*at)?)));
    let wanted = all.filter(|(at, one)| one.is_drawn() && (one.rank <= most || highlighted.contains(*at)));
    let Some(most_names) = most_names else { return wanted.map(|(at, _)| at).collect() };
    // Priorities are few, features perhaps many: those of each priority are picked out, and nothing is put in order.
    let wanted: Vec<(f64, usize)> = wanted.map(|(at, one)| (priority(one, key), at)).collect();
    let mut named = Vec::new();
    let mut least = f64::NEG_INFINITY;
    while named.len() < most_names {
        let left = wanted.iter().map(|(priority, _)| *priority).filter(|priority| *priority > least);
        let Some(next) = left.reduce(f64::min) else { break };
        let room = most_names - named.len();
        named.extend(wanted.iter().filter(|(priority, _)| *priority == next).map(|(_, at)| *at).take(room));
        least = next;
    }
    named
}
