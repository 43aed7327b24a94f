//! Where on the map names and symbols stand already, so that no name is placed over another.

use super::block::{Block, Candidate, Item, LabelLayout, Support};
use super::boxes::{Footprint, Scales};
use super::grid::Grid;
use super::{Align, Lettering, PlacedLabel};
use crate::geometry::{Coord, Rect, Ring, clip_segment, contains, coord};
use crate::scene::map_data::{IndexEntry, stretches};
use crate::scene::paints::is_marine;
use crate::scene::{Class, MapData, MapFeature, Symbol};
use atlas_model::sort;
use std::cmp::Ordering;

/// Names up to this priority are placed wherever there is room: those that stand out, and ranks 1 and 2.
const INDISPENSABLE: f64 = 29.0;
/// Cost of a name over a line of the atlas, and over a dot.
const OVER_LINE: f64 = 3.0;
const OVER_DOT: f64 = 0.9;
/// More lines than this are no worse.
const MOST_LINES: f64 = 3.0;
/// A place worse than this is worse than no name, for names that can do without.
const MOST_COST: f64 = 7.5;
/// Places that are looked for one by one before the rest is put in order.
const UNSORTED: usize = 4;

/// A symbol in the way of names.
struct Obstacle {
    footprint: Footprint,
    map_feature: usize,
    dot: bool,
}

/// The names and symbols placed so far, by cells.
pub(super) struct CollisionIndex {
    scales: Scales,
    /// The part of the plane that it covers, km.
    bounds: Rect,
    symbols: Vec<Obstacle>,
    /// The symbols by where they are.
    symbols_at: Grid,
    /// The largest radius of a symbol, km at the smallest scale.
    symbol_reach: f64,
    /// What each name reaches, its whole extent, and its boxes.
    taken: Vec<(Rect, Footprint, Vec<Footprint>)>,
    /// The names by what they reach.
    taken_at: Grid,
    /// Stretches of lines: bounds, feature, line of the pool, stretch.
    stretches: Vec<(Rect, u32, u32, u32)>,
    /// The stretches by where they are.
    stretches_at: Grid,
    /// Provinces and regions by where they are.
    areas_at: Grid,
}

impl CollisionIndex {
    /// An empty index over a part of the plane, km.
    pub(super) fn new(scales: Scales, bounds: Rect) -> CollisionIndex {
        CollisionIndex {
            scales,
            bounds,
            symbols: Vec::new(),
            symbols_at: Grid::new(bounds),
            symbol_reach: 0.0,
            taken: Vec::new(),
            taken_at: Grid::new(bounds),
            stretches: Vec::new(),
            stretches_at: Grid::new(bounds),
            areas_at: Grid::new(bounds),
        }
    }

    /// Enters what the names of others avoid of a feature: symbols, lines, areas.
    pub(super) fn insert_feature(&mut self, map_data: &MapData, at: usize, symbol: &dyn Fn(&MapFeature) -> Symbol) {
        let Some(map_feature) = map_data.map_features.get(at) else { return };
        if map_feature.symbol != Symbol::Spot && !map_feature.points.is_empty() {
            let symbol = symbol(map_feature);
            let radius = symbol.radius();
            let rect = Rect::new(-radius, -radius, radius, radius);
            self.symbol_reach = self.symbol_reach.max(radius / self.scales.0);
            for point in &map_feature.points {
                self.symbols_at.add(&Rect { min: *point, max: *point }, self.symbols.len());
                let footprint = Footprint { anchor: *point, rect };
                self.symbols.push(Obstacle { footprint, map_feature: at, dot: symbol == Symbol::Dot });
            }
        }
        if map_feature.class == Class::Area && !is_marine(map_feature) {
            self.areas_at.add(&map_feature.bounds, at);
        }
        if !map_feature.lines.is_empty() {
            let near =
                stretches(at as u32, map_feature, &map_data.pool).filter(|(area, _)| area.intersects(&self.bounds));
            for (area, entry) in near {
                if let IndexEntry::Stretch(map_feature, line, which) = entry {
                    self.stretches_at.add(&area, self.stretches.len());
                    self.stretches.push((area, map_feature, line, which));
                }
            }
        }
    }

    /// Finds the best free place of a name; one for each of its anchors.
    pub(super) fn settle(&mut self, map_data: &MapData, item: &Item) -> Vec<PlacedLabel> {
        let (mut placed, mut cover) = (Vec::new(), Cover::new());
        let mut from = 0;
        while let Some(first) = item.positions.get(from) {
            let rest = item.positions.get(from..).unwrap_or_default();
            let count = if item.once {
                rest.len()
            } else {
                rest.iter().take_while(|position| position.anchor == first.anchor).count()
            };
            from += count.max(1);
            let group = rest.get(..count).unwrap_or_default();
            let Some(position) = self.best(map_data, item, group, &mut cover) else { continue };
            cover.lay_out(&item.block, position);
            self.take(&cover);
            let LabelLayout { offset, align, angle, bend, leader } = cover.setting;
            placed.push(PlacedLabel {
                map_feature: item.map_feature,
                lines: item.block.lines.clone(),
                lettering: item.lettering,
                token: item.token,
                rtl: item.block.rtl,
                spacing: position.spacing,
                anchor: position.anchor,
                offset,
                align,
                angle,
                bend,
                leader,
                boxes: cover.boxes.iter().map(|one| one.rect).collect(),
            });
        }
        placed
    }

    /// The cheapest free place. Places that could not win any more are not looked at.
    fn best<'p>(
        &self,
        map_data: &MapData,
        item: &Item,
        group: &'p [Candidate],
        cover: &mut Cover,
    ) -> Option<&'p Candidate> {
        let mut best = None;
        let mut bound = if item.priority > INDISPENSABLE { MOST_COST.next_up() } else { f64::INFINITY };
        for position in Cheapest::of(group) {
            if position.cost >= bound {
                break;
            }
            cover.lay_out(&item.block, position);
            if let Some(cost) = self.cost(map_data, item, position, cover, bound).filter(|cost| *cost < bound) {
                (best, bound) = (Some(position), cost);
            }
        }
        best
    }

    /// The cost of a place where a name covers this; `None` when it is taken or cannot be below `bound`.
    fn cost(&self, map_data: &MapData, item: &Item, position: &Candidate, cover: &Cover, bound: f64) -> Option<f64> {
        let Cover { whole, boxes, .. } = cover;
        let mut cost = position.cost;
        let reach = whole.reach(self.scales);
        for (other_reach, other, parts) in self.taken_at.near(&reach).filter_map(|at| self.taken.get(at)) {
            if other_reach.intersects(&reach)
                && whole.meets(other, self.scales)
                && boxes.iter().any(|one| parts.iter().any(|part| one.meets(part, self.scales)))
            {
                return None;
            }
        }
        let around = reach.grown(self.symbol_reach);
        for obstacle in self.symbols_at.near(&around).filter_map(|at| self.symbols.get(at)) {
            let own = Some(obstacle.map_feature) == item.map_feature;
            if own || !around.contains(obstacle.footprint.anchor) || !whole.meets(&obstacle.footprint, self.scales) {
                continue;
            }
            let meets = |one: &Footprint| one.meets(&obstacle.footprint, self.scales);
            let (text, leader) = cover.text_and_leader();
            // The line to a province may well start between its towns.
            let in_the_way = text.iter().any(meets) || item.lettering != Lettering::Region && leader.iter().any(meets);
            if in_the_way && !obstacle.dot {
                return None;
            }
            if in_the_way || leader.iter().any(meets) {
                cost += OVER_DOT;
                if cost >= bound {
                    return None;
                }
            }
        }
        if !self.stands(map_data, item, position, cover) {
            return None;
        }
        // A name of the ground may well be crossed by lines; one of a place should stand beside them.
        let weight = if item.lettering.is_ground() { OVER_LINE * 0.5 } else { OVER_LINE };
        // Of more lines than these it would not matter how many there are.
        let most = MOST_LINES.min(((bound - cost) / weight).ceil());
        Some(cost + weight * self.lines_under(map_data, item, cover.text_and_leader().0, most as usize) as f64)
    }

    /// True when a name stands on what it must: its middle, and both ends of letters that are spread. That of a state
    /// must not stand in its neighbour, nor that of a province at the end of a line.
    fn stands(&self, map_data: &MapData, item: &Item, position: &Candidate, cover: &Cover) -> bool {
        if position.site.is_led() {
            return item.lettering != Lettering::Region
                || !self.is_in_another(map_data, item, cover.text_and_leader().0);
        }
        let scale = self.scales.middle();
        let holds = |rings: &[Ring], place| contains(rings, &map_data.pool, place);
        let on = |place: Coord| match &item.ground {
            Support::Any => true,
            Support::State(code) => {
                let area = map_data.ground.area(&["country:", code].concat());
                area.is_none_or(|area| holds(&area.rings, place))
            }
            Support::Own => {
                let areas =
                    item.map_feature.and_then(|at| map_data.map_features.get(at)).map(|one| one.areas.as_slice());
                let areas = areas.unwrap_or_default();
                areas.is_empty() || areas.iter().any(|part| holds(&part.area.rings, place))
            }
        };
        let spread = position.spacing > item.block.spacing + 1e-6;
        let half = if spread { item.block.width_at(position.spacing) / 2.0 } else { 0.0 };
        let (anchor, offset) = (position.anchor, cover.setting.offset);
        let at = |along: f64| coord(anchor.x + (offset.x + along) / scale, anchor.y + offset.y / scale);
        on(at(0.0)) && (!spread || on(at(-half)) && on(at(half)))
    }

    /// True when a name would be taken for that of another province or region.
    fn is_in_another(&self, map_data: &MapData, item: &Item, text: &[Footprint]) -> bool {
        let scale = self.scales.middle();
        text.iter().map(|piece| piece.on_plane(scale)).any(|text| {
            let middle = text.centre();
            let places = [coord(text.min.x, middle.y), middle, coord(text.max.x, middle.y)];
            let others = self.areas_at.near(&text).filter(|at| item.map_feature != Some(*at));
            let holds = |one: &MapFeature| {
                one.bounds.intersects(&text)
                    && one
                        .areas
                        .iter()
                        .any(|part| places.iter().any(|place| contains(&part.area.rings, &map_data.pool, *place)))
            };
            others.filter_map(|at| map_data.map_features.get(at)).any(holds)
        })
    }

    /// How many lines run under a place, counted up to `most`.
    fn lines_under(&self, map_data: &MapData, item: &Item, text: &[Footprint], most: usize) -> usize {
        let scale = self.scales.middle();
        let mut under: Vec<u32> = Vec::new();
        for Footprint { anchor, rect } in text {
            let area = Footprint { anchor: *anchor, rect: rect.grown(-1.0) }.on_plane(scale);
            for near in self.stretches_at.near(&area) {
                let Some((bounds, at, line, which)) = self.stretches.get(near).copied() else { continue };
                if !bounds.intersects(&area) {
                    continue;
                }
                let map_feature = map_data.map_features.get(at as usize);
                let own =
                    item.map_feature == Some(at as usize) && map_feature.is_some_and(|one| one.class == Class::Line);
                if own || under.contains(&at) {
                    continue;
                }
                let Some(stretch) = map_data.stretch(line, which) else { continue };
                let meets = |pair: &[Coord]| match pair {
                    [a, b] => clip_segment(*a, *b, &area).is_some(),
                    _ => false,
                };
                if stretch.points.windows(2).any(meets) {
                    under.push(at);
                    if under.len() >= most {
                        return most;
                    }
                }
            }
        }
        under.len()
    }

    fn take(&mut self, Cover { whole, boxes, .. }: &Cover) {
        let reach = whole.reach(self.scales);
        self.taken_at.add(&reach, self.taken.len());
        self.taken.push((reach, *whole, boxes.clone()));
    }
}

/// What a name covers at a place.
pub(super) struct Cover {
    setting: LabelLayout,
    whole: Footprint,
    /// The pieces of the text, then those of the leader.
    pub boxes: Vec<Footprint>,
    /// How many are of the text.
    text: usize,
}

impl Cover {
    /// Nothing yet.
    pub(super) fn new() -> Cover {
        let (zero, align) = (coord(0.0, 0.0), Align::Middle);
        let setting = LabelLayout { offset: zero, align, angle: 0.0, bend: None, leader: None };
        Cover { setting, whole: Footprint { anchor: zero, rect: Rect::EMPTY }, boxes: Vec::new(), text: 0 }
    }

    /// Lays a name on a place.
    pub(super) fn lay_out(&mut self, block: &Block, position: &Candidate) {
        let anchor = position.anchor;
        let boxes = &mut self.boxes;
        boxes.clear();
        self.setting = position.site.setting(block.rtl);
        block.cover(position.spacing, &self.setting, &mut |rect| boxes.push(Footprint { anchor, rect }));
        self.text = boxes.len();
        boxes.extend(self.setting.leader_boxes().map(|rect| Footprint { anchor, rect }));
        let rect = boxes.iter().fold(Rect::EMPTY, |all, one| all.union(one.rect));
        self.whole = Footprint { anchor, rect };
    }

    fn text_and_leader(&self) -> (&[Footprint], &[Footprint]) {
        self.boxes.split_at_checked(self.text).unwrap_or_default()
    }
}

/// The places of a name from the cheapest on. Most names get one of the first they ask for, so putting all of them in
/// order would often be in vain.
struct Cheapest<'p> {
    group: &'p [Candidate],
    /// Cost and position of the last one.
    last: (f64, usize),
    count: usize,
    /// The rest, the dearest first.
    sorted: Vec<usize>,
}

impl<'p> Cheapest<'p> {
    fn of(group: &'p [Candidate]) -> Cheapest<'p> {
        Cheapest { group, last: (f64::NEG_INFINITY, 0), count: 0, sorted: Vec::new() }
    }

    /// Those that have not come yet, with their costs.
    fn left(&self) -> impl Iterator<Item = (f64, usize)> + use<'p> {
        let last = self.last;
        let all = self.group.iter().enumerate().map(|(at, position)| (position.cost, at));
        all.filter(move |one| *one > last)
    }
}

impl<'p> Iterator for Cheapest<'p> {
    type Item = &'p Candidate;

    fn next(&mut self) -> Option<&'p Candidate> {
        if self.count == UNSORTED {
            let mut left = self.left().collect();
            sort(&mut left, |one: &(f64, usize), other| other.partial_cmp(one).unwrap_or(Ordering::Equal));
            self.sorted = left.into_iter().map(|(_, at)| at).collect();
        }
        self.count += 1;
        if self.count > UNSORTED {
            return self.group.get(self.sorted.pop()?);
        }
        self.last = self.left().reduce(|one, other| if other < one { other } else { one })?;
        self.group.get(self.last.1)
    }
}
