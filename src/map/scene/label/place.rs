//! Which names are placed, and in which order: one by one, the most important first.

use super::block::Item;
use super::boxes::Scales;
use super::candidates;
use super::naming::priority;
use super::sheet::{Cover, Sheet};
use super::visibility::{symbol, visible_rank, zoom};
use super::{Key, Lettering, PlacedLabel, STEPS};
use crate::geometry::Rect;
use crate::geometry::maths::exp2;
use crate::scene::MapData;
use crate::scene::lit::Lit;
use crate::scene::world::GROUND;
use atlas_model::sort;

/// A part of the plane that is lettered by itself.
pub(super) struct Part {
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
pub(super) fn scales(key: &Key) -> Scales {
    Scales(exp2(f64::from(key.step) / STEPS), exp2(f64::from(key.step + 1) / STEPS))
}

/// Places the names of these features, and those of the ground, for a step of zoom.
pub(super) fn place(world: &MapData, key: &Key, subjects: Vec<usize>, part: Option<Part>) -> Vec<PlacedLabel> {
    let mut placing = Placing::new(key, subjects, part);
    while placing.go_on(world, usize::MAX) {}
    placing.placed
}

/// Names that are being placed one by one, the most important first.
pub(super) struct Placing {
    pub key: Key,
    /// Features on the map, in reading order.
    subjects: Vec<usize>,
    part: Option<Part>,
    state: State,
    /// What has a place.
    pub placed: Vec<PlacedLabel>,
}

/// Features that are drawn on a sheet in the time that it takes to place a name.
const DRAWN_FOR_EACH: usize = 25;

/// What is done of a placement.
enum State {
    /// Nothing.
    New,
    /// The sheet shows the symbols of so many features.
    Drawing(Sheet, usize),
    /// The names of some features are left to be collected.
    Collecting(Sheet, Vec<usize>, Vec<Item>),
    /// Names are left to be placed, the next one last.
    Naming(Sheet, Vec<Item>),
}

impl Placing {
    /// Begins with the names of these features and of the ground.
    pub fn new(key: &Key, subjects: Vec<usize>, part: Option<Part>) -> Placing {
        Placing { key: key.clone(), subjects, part, state: State::New, placed: Vec::new() }
    }

    /// Draws the next features on the sheet, some for each of `count`, or collects or places the next `count` names; true
    /// when there is more to do.
    pub fn go_on(&mut self, world: &MapData, count: usize) -> bool {
        let Placing { key, subjects, part, .. } = self;
        let (scales, zoom) = (scales(key), zoom(key.step, key.class));
        self.state = match std::mem::replace(&mut self.state, State::New) {
            State::New => {
                let bounds = part.as_ref().map_or(GROUND, |part| part.around);
                State::Drawing(Sheet::new(scales, bounds), 0)
            }
            State::Drawing(mut sheet, from) if from < subjects.len() => {
                let to = count.saturating_mul(DRAWN_FOR_EACH).saturating_add(from).min(subjects.len());
                let lit = Lit::of(world, &key.selected, &key.related);
                for at in subjects.get(from..to).unwrap_or_default() {
                    sheet.draw(world, *at, &|one| symbol(one, zoom, lit.contains(*at)));
                }
                State::Drawing(sheet, to)
            }
            State::Drawing(sheet, _) => {
                let within = part.as_ref().map(|part| &part.around);
                let mut items = candidates::of_ground(world, key, scales, zoom, within);
                items.reverse();
                State::Collecting(sheet, named(world, key, subjects, part.as_ref().map(|part| part.most)), items)
            }
            State::Collecting(sheet, mut named, mut items) if !named.is_empty() => {
                let next = named.split_off(named.len().saturating_sub(count));
                for at in next.into_iter().rev() {
                    items.extend(candidates::of_feature(world, at, key, scales, zoom).into_iter().rev());
                }
                State::Collecting(sheet, named, items)
            }
            State::Collecting(sheet, _, mut items) => {
                if let Some(part) = part {
                    items.iter_mut().for_each(|item| part.keep_near(item, scales));
                }
                sort(&mut items, |a, b| b.priority.total_cmp(&a.priority));
                State::Naming(sheet, items)
            }
            State::Naming(mut sheet, mut items) => {
                let next = items.split_off(items.len().saturating_sub(count));
                let labels = next.iter().rev().flat_map(|item| sheet.settle(world, item));
                let square = part.as_ref().map(|part| part.square);
                self.placed.extend(labels.filter(|label| square.is_none_or(|square| square.contains(label.anchor))));
                State::Naming(sheet, items)
            }
        };
        !matches!(&self.state, State::Naming(_, items) if items.is_empty())
    }
}

impl Part {
    /// Forgets the places of a name that do not matter here. A line is named in each square it runs through.
    fn keep_near(&self, Item { lettering, block, positions, .. }: &mut Item, scales: Scales) {
        let along = matches!(lettering, Lettering::Route | Lettering::River);
        let area = if along { &self.square } else { &self.around };
        positions.retain(|position| area.contains(position.anchor));
        if self.uncut {
            positions.retain(|position| {
                let mut cover = Cover::new();
                cover.lay(block, position);
                cover.boxes.iter().all(|one| self.square.covers(&one.reach(scales)))
            });
        }
    }
}

/// Those of the features whose names are wanted: all in reading order, or only the most important.
fn named(world: &MapData, key: &Key, subjects: &[usize], most_names: Option<usize>) -> Vec<usize> {
    let lit = Lit::of(world, &key.selected, &key.related);
    let most = visible_rank(zoom(key.step, key.class));
    let all = subjects.iter().filter_map(|at| Some((*at, world.subjects.get(*at)?)));
    let wanted = all.filter(|(at, one)| one.is_drawn() && (one.rank <= most || lit.contains(*at)));
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
