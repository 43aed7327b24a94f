//! Which names are placed, and in which order: one by one, the most important first.

use super::block::Item;
use super::boxes::{Footprint, Scales};
use super::candidates::{items, priority};
use super::sheet::{Cover, Obstacle, Sheet};
use super::{Key, Lettering, PlacedLabel, STEPS};
use crate::atlas::sort;
use crate::geometry::maths::{exp2, log2};
use crate::geometry::{Rect, SCALE_AT_ZOOM_0};
use crate::scene::lit::Lit;
use crate::scene::world::GROUND;
use crate::scene::{SizeClass, Subject, Symbol, World};

/// Nominal zoom from which features of a rank are named.
const FROM_ZOOM: [(u8, f64); 5] = [(5, 3.2), (4, 2.0), (3, -0.1), (2, -0.7), (1, f64::NEG_INFINITY)];

/// The largest rank that is named at a nominal zoom.
pub(in crate::scene) fn visible_rank(zoom: f64) -> u8 {
    FROM_ZOOM.iter().find(|(_, from)| zoom >= *from).map_or(1, |(rank, _)| *rank)
}

/// The symbol of a point at a nominal zoom: a dot until its rank is named.
pub(in crate::scene) fn symbol(subject: &Subject, zoom: f64, lit: bool) -> Symbol {
    match subject.symbol {
        Symbol::Spot => Symbol::Spot,
        whole if subject.rank <= visible_rank(zoom) || lit => whole,
        _ => Symbol::Dot,
    }
}

/// The nominal zoom of a step: that of a page with the same frame, half way, because small maps hold fewer names.
fn zoom(step: i32, class: SizeClass) -> f64 {
    f64::from(step) / STEPS - log2(SCALE_AT_ZOOM_0) + log2(class.divisor()) * 0.5
}

/// The nominal zoom of a scale in nominal px per km, in whole steps.
pub(in crate::scene) fn zoom_of(scale: f64, class: SizeClass) -> f64 {
    zoom(super::step(scale), class)
}

/// A part of the plane that is lettered by itself.
pub(super) struct Part {
    /// The names that belong here, km.
    pub square: Rect,
    /// What is regarded, km.
    pub around: Rect,
    /// No name is to reach out of the square.
    pub uncut: bool,
}

/// The range of scales of a step.
pub(super) fn scales(key: &Key) -> Scales {
    Scales(exp2(f64::from(key.step) / STEPS), exp2(f64::from(key.step + 1) / STEPS))
}

/// Places the names of these features, and those of the ground, for a step of zoom.
pub(super) fn place(world: &World, key: &Key, subjects: Vec<usize>, part: Option<Part>) -> Vec<PlacedLabel> {
    let mut placing = Placing::new(world, key, subjects, part);
    while placing.go_on(world, usize::MAX) {}
    placing.placed
}

/// Names that are being placed one by one, the most important first.
pub(super) struct Placing {
    pub key: Key,
    subjects: Vec<usize>,
    part: Option<Part>,
    /// The names, the next one last.
    items: Vec<Item>,
    /// Made when the first name is placed.
    sheet: Option<Sheet>,
    /// What has a place.
    pub placed: Vec<PlacedLabel>,
}

impl Placing {
    /// Collects the names of these features and of the ground.
    pub fn new(world: &World, key: &Key, subjects: Vec<usize>, part: Option<Part>) -> Placing {
        let (scales, zoom) = (scales(key), zoom(key.step, key.class));
        let lit = Lit::of(world, &key.selected, &key.related);
        let named = named(world, key, &lit, &subjects, zoom, part.is_some());
        let mut items = items(world, key, scales, zoom, &named, part.as_ref().map(|part| &part.around));
        if let Some(part) = &part {
            items.iter_mut().for_each(|item| part.keep_near(item, scales));
        }
        items.reverse();
        sort(&mut items, |a, b| b.priority.total_cmp(&a.priority));
        Placing { key: key.clone(), subjects, part, items, sheet: None, placed: Vec::new() }
    }

    /// Lays out the sheet, or places the next `count` names on it; true when there is more to do.
    pub fn go_on(&mut self, world: &World, count: usize) -> bool {
        let key = &self.key;
        let Some(sheet) = &mut self.sheet else {
            let lit = Lit::of(world, &key.selected, &key.related);
            let bounds = self.part.as_ref().map_or(GROUND, |part| part.around);
            let symbols = symbols(world, key, &lit, zoom(key.step, key.class), &self.subjects);
            self.sheet = Some(Sheet::new(world, scales(key), bounds, symbols));
            return true;
        };
        let next = self.items.split_off(self.items.len().saturating_sub(count));
        let labels = next.iter().rev().flat_map(|item| sheet.settle(world, item));
        let square = self.part.as_ref().map(|part| part.square);
        self.placed.extend(labels.filter(|label| square.is_none_or(|square| square.contains(label.anchor))));
        !self.items.is_empty()
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

/// Most names that are considered for a square; more would not find room in it.
const MOST_NAMES: usize = 250;

/// Those of the features whose names are wanted, in reading order; for a square only the most important.
fn named(world: &World, key: &Key, lit: &Lit, subjects: &[usize], zoom: f64, limited: bool) -> Vec<usize> {
    let most = visible_rank(zoom);
    let all = subjects.iter().filter_map(|at| Some((*at, world.subjects.get(*at)?)));
    let wanted = all.filter(|(at, one)| {
        one.is_drawn() && World::is_shown(one, &key.hidden) && (one.rank <= most || lit.contains(*at))
    });
    if !limited {
        return wanted.map(|(at, _)| at).collect();
    }
    let mut wanted: Vec<(f64, usize)> = wanted.map(|(at, one)| (priority(one, key), at)).collect();
    sort(&mut wanted, |one, other| one.0.total_cmp(&other.0));
    wanted.truncate(MOST_NAMES);
    wanted.into_iter().map(|(_, at)| at).collect()
}

fn symbols(world: &World, key: &Key, lit: &Lit, zoom: f64, subjects: &[usize]) -> Vec<Obstacle> {
    let shown = subjects.iter().filter_map(|at| Some((*at, world.subjects.get(*at)?)));
    let shown = shown.filter(|(_, one)| World::is_shown(one, &key.hidden) && one.symbol != Symbol::Spot);
    shown
        .flat_map(|(subject, one)| {
            let symbol = symbol(one, zoom, lit.contains(subject));
            let radius = symbol.radius();
            one.points.iter().map(move |point| Obstacle {
                footprint: Footprint { anchor: *point, rect: Rect::new(-radius, -radius, radius, radius) },
                subject,
                dot: symbol == Symbol::Dot,
            })
        })
        .collect()
}
