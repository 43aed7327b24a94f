//! Names along lines: routes of the atlas, and rivers.

use super::block::{Block, Candidate, Item, Placement, SPARE, Support};
use super::boxes::Scales;
use super::naming::text;
use super::{LabelKey, Lettering, advance};
use crate::basemap::LineKind;
use crate::geometry::{Coord, Curve, Projection, Rect, Ring, coord, distance};
use crate::scene::{MapData, MapFeature};
use atlas_model::{Kind, RiverLabel};

/// How far a line may wander off the curve of its name, nominal px.
const MOST_WANDER: f64 = 9.0;
/// Most bend of a name: height of its arc over its length.
const MOST_BEND: f64 = 0.16;
/// Steepest rise of a name in one line and in two, over its length: 86 and 62 degrees.
const STEEP: f64 = 0.9976;
const STEEP_BLOCK: f64 = 0.8829;
/// How far the path under bent letters goes on at either end, in shares of a curve as long as they are reckoned.
const SPARE_END: f64 = (SPARE - 1.0) / 2.0;
/// Gap between a line and its name, nominal px.
const GAP: f64 = 5.0;
const RIVER_GAP: f64 = 1.5;
/// A long line is named again after this many nominal px, at most so often.
const AGAIN: f64 = 900.0;
const MOST_NAMES: f64 = 5.0;
/// A lesser part of a line is named if it is this long, nominal px.
const LESSER: f64 = 600.0;
/// Places along a line that are looked at for each name, and those of them that are tried, on both sides.
const MOST_STEPS: f64 = 28.0;
const TRIES: usize = 8;
/// A river is looked for this near the place given by hand, km, and named this near to it, nominal px.
const SEARCH: f64 = 60.0;
const NEAR: f64 = 120.0;

/// Names along the straighter stretches of a line, on either side of it.
pub(super) fn line(map_data: &MapData, map_feature: &MapFeature, key: &LabelKey, scales: Scales) -> Vec<Item> {
    let scale = scales.middle();
    let (text, lang) = text(&map_feature.label, key);
    let paths: Vec<CoursePath> =
        map_feature.lines.iter().map(|course| CoursePath::new(map_data, course, scale)).collect();
    let flows = map_feature.kind == Kind::Pipeline;
    // In one line where it fits, else in two.
    for most in [60, 12] {
        let longest = paths.iter().map(CoursePath::length).fold(0.0, f64::max);
        let paths = paths.iter().filter(|path| path.length() >= longest.min(LESSER));
        let sections = paths.flat_map(|path| path.sections().map(move |section| (path, section)));
        let items: Vec<Item> = sections
            .filter_map(|(path, section)| {
                let rightward = path.runs_rightward(section);
                let flowing = flows.then(|| with_arrow(text, rightward));
                let block = Block::new(flowing.as_deref().unwrap_or(text), lang, Lettering::Route, most);
                let positions = path.along(&block, scale, section, GAP, flows.then_some(rightward));
                item(block, Lettering::Route, map_feature.token, positions)
            })
            .collect();
        if !items.is_empty() {
            return items;
        }
    }
    Vec::new()
}

/// The names of a river, beside its course.
pub(super) fn river(map_data: &MapData, entry: &RiverLabel, key: &LabelKey, scales: Scales) -> Vec<Item> {
    let scale = scales.middle();
    let (text, lang) = text(&entry.name, key);
    let lettering = Lettering::River;
    let block = Block::new(text, lang, lettering, 40);
    let reach = NEAR + block.width / 2.0;
    let named = |(lon, lat): &(f64, f64)| {
        let place = Projection::project(*lon, *lat);
        let around = |far: f64| Rect::about(place, 2.0 * far, 2.0 * far);
        let rivers = map_data.ground.lines.iter().filter(|line| line.kind == LineKind::River).map(|line| &line.course);
        let near = rivers.filter(|course| course.bounds.intersects(&around(SEARCH)));
        let paths = near.map(|course| CoursePath::near(map_data, course, scale, &around(SEARCH + reach / scale)));
        let found = paths.map(|path| (path.nearest(coord(place.x * scale, place.y * scale)), path));
        let ((gap, at), path) = found.min_by(|((a, _), _), ((b, _), _)| a.total_cmp(b))?;
        if gap > SEARCH * scale {
            return None;
        }
        let positions = path.along(&block, scale, (at - reach, at + reach), RIVER_GAP, None);
        let item = item(block.clone(), lettering, lettering.letters().token, positions)?;
        Some(Item { priority: RIVERS, ..item })
    };
    entry.places.iter().filter_map(named).collect()
}

/// A name with an arrow at the end towards which the line is drawn. Marks of direction keep it there in either script.
fn with_arrow(text: &str, rightward: bool) -> String {
    match (advance::is_joined(text), rightward) {
        (false, true) => [text, " →"].concat(),
        (false, false) => ["← ", text].concat(),
        (true, true) => ["\u{200f}→ ", text].concat(),
        (true, false) => [text, " ←\u{200f}"].concat(),
    }
}

/// Rivers are named after all that the atlas speaks of.
const RIVERS: f64 = 48.0;

fn item(block: Block, lettering: Lettering, token: crate::scene::Token, positions: Vec<Candidate>) -> Option<Item> {
    (!positions.is_empty()).then_some(Item {
        map_feature: None,
        block,
        lettering,
        token,
        priority: 0.0,
        positions,
        once: true,
        ground: Support::Any,
    })
}

/// A course in nominal px, and the length up to each vertex.
struct CoursePath {
    points: Vec<Coord>,
    lengths: Vec<f64>,
}

impl CoursePath {
    fn new(map_data: &MapData, course: &Ring, scale: f64) -> CoursePath {
        let mut points: Vec<Coord> = Vec::new();
        for (line, reversed) in course.lines(&map_data.pool) {
            let simple = line.simplified(1.0 / scale).map(|point| coord(point.x * scale, point.y * scale));
            if reversed { points.extend(simple.rev()) } else { points.extend(simple) }
        }
        CoursePath::of(points)
    }

    /// What of a course lies near: from the first to the last stretch that meets an area, km.
    fn near(map_data: &MapData, course: &Ring, scale: f64, area: &Rect) -> CoursePath {
        let (mut points, mut count) = (Vec::new(), 0);
        for (line, reversed) in course.lines(&map_data.pool) {
            for stretch in line.stretches(reversed) {
                let meets = stretch.bounds.intersects(area);
                if meets || count > 0 {
                    stretch.visit(reversed, 1.0 / scale, |point| {
                        let point = coord(point.x * scale, point.y * scale);
                        if points.last() != Some(&point) {
                            points.push(point);
                        }
                    });
                }
                if meets {
                    count = points.len();
                }
            }
        }
        points.truncate(count);
        CoursePath::of(points)
    }

    fn of(points: Vec<Coord>) -> CoursePath {
        let mut lengths = Vec::with_capacity(points.len());
        lengths.push(0.0);
        for pair in points.windows(2) {
            let [a, b] = pair else { continue };
            lengths.push(lengths.last().copied().unwrap_or(0.0) + distance(*a, *b));
        }
        CoursePath { points, lengths }
    }

    fn length(&self) -> f64 {
        self.lengths.last().copied().unwrap_or(0.0)
    }

    /// The parts of a long course that each carry a name, as lengths from its start.
    fn sections(&self) -> impl Iterator<Item = (f64, f64)> + use<> {
        let total = self.length();
        let count = (total / AGAIN).clamp(1.0, MOST_NAMES).floor();
        (0..count as usize).map(move |at| (total * at as f64 / count, total * (at + 1) as f64 / count))
    }

    /// Distance of a place from the nearest vertex, and the length up to that.
    fn nearest(&self, place: Coord) -> (f64, f64) {
        let gaps = self.points.iter().map(|point| distance(*point, place)).zip(self.lengths.iter().copied());
        gaps.min_by(|(a, _), (b, _)| a.total_cmp(b)).unwrap_or((f64::INFINITY, 0.0))
    }

    /// True when a part of the course leads more to the right than to the left.
    fn runs_rightward(&self, (from, to): (f64, f64)) -> bool {
        let at = |length: f64| self.at(length, &mut self.vertex_before(length));
        at(from).zip(at(to)).is_some_and(|((a, _), (b, _))| b.x >= a.x)
    }

    /// The best places for the block along a part of the course; with `rightward` only where it runs so.
    fn along(
        &self,
        block: &Block,
        scale: f64,
        (from, to): (f64, f64),
        gap: f64,
        rightward: Option<bool>,
    ) -> Vec<Candidate> {
        let (from, to) = (from.max(0.0), to.min(self.length()));
        let need = block.width + 8.0;
        let room = to - from - need;
        if room < 0.0 {
            return Vec::new();
        }
        let steep = if block.lines.len() > 1 { STEEP_BLOCK } else { STEEP };
        let straight = block.lines.len() > 1 || block.rtl;
        let steps = (room / 16.0).ceil().clamp(1.0, MOST_STEPS);
        let mut fits: Vec<Fit> = Vec::with_capacity(steps as usize + 1);
        // The cheapest so far: cost and fit.
        let mut found: Vec<(f64, usize)> = Vec::with_capacity(TRIES);
        let (mut start_after, mut end_after) = (self.vertex_before(from), self.vertex_before(from + need));
        for step in 0..=steps as usize {
            let start = from + room * step as f64 / steps;
            let ends = self.at(start, &mut start_after).zip(self.at(start + need, &mut end_after));
            let Some(((a, first), (b, last))) = ends else { continue };
            if rightward.is_some_and(|rightward| rightward != (b.x >= a.x)) {
                continue;
            }
            let between = self.points.get(first + 1..=last).unwrap_or_default();
            let Some(fit) = Fit::new(a, b, between, need, straight) else { continue };
            if fit.rise > steep {
                continue;
            }
            let off_centre = ((start + need / 2.0 - from) / (to - from) - 0.5).abs();
            let cost = fit.wander * 0.5 + fit.arc.abs() / need * 4.0 + off_centre * 3.0 + fit.rise * 1.2;
            if found.get(TRIES - 1).is_none_or(|(known, _)| cost < *known) {
                found.truncate(TRIES - 1);
                found.insert(found.partition_point(|(known, _)| *known <= cost), (cost, fits.len()));
                fits.push(fit);
            }
        }
        let beside = |(cost, fit): (f64, usize)| {
            let fit = fits.get(fit)?;
            let beside = block.height / 2.0 + gap + fit.wander * 0.6;
            let middle = fit.curve.at(0.5);
            let curve = fit.curve.mapped(|point| coord(point.x - middle.x, point.y - middle.y));
            let anchor = coord(middle.x / scale, middle.y / scale);
            let position = |beside: f64, cost: f64| {
                let site = Placement::Along { curve, part: (-SPARE_END, 1.0 + SPARE_END), beside, straight };
                Candidate { anchor, site, spacing: block.spacing, cost }
            };
            Some([position(-beside, cost), position(beside, cost + 0.3)])
        };
        found.into_iter().filter_map(beside).flatten().collect()
    }

    /// The last vertex before a length, or the first but the last.
    fn vertex_before(&self, length: f64) -> usize {
        self.lengths.partition_point(|known| *known < length).saturating_sub(1)
    }

    /// The point at a length, and the vertex before it, which is looked for from one that is known not to lie behind.
    fn at(&self, length: f64, after: &mut usize) -> Option<(Coord, usize)> {
        let last = self.points.len().checked_sub(2)?;
        while *after < last && self.lengths.get(*after + 1).is_some_and(|known| *known < length) {
            *after += 1;
        }
        let before = (*after).min(last);
        let (a, b) = (self.points.get(before)?, self.points.get(before + 1)?);
        let (from, to) = (self.lengths.get(before)?, self.lengths.get(before + 1)?);
        let t = if to > from { (length - from) / (to - from) } else { 0.0 };
        Some((coord(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t), before))
    }
}

/// A curve that follows a stretch of a course, read from left to right.
#[derive(Clone, Copy)]
struct Fit {
    curve: Curve,
    /// Height of the curve over its chord, nominal px, to the right.
    arc: f64,
    /// How far the course is off the curve, or off the chord where the text is `straight`, nominal px.
    wander: f64,
    /// How much the chord rises or falls, over its length.
    rise: f64,
}

impl Fit {
    /// The curve that follows a course best from `a` over the vertices `between` to `b`, which are `need` nominal px
    /// of the course apart; `None` where it turns, bends or wanders too much for a name.
    fn new(a: Coord, b: Coord, between: &[Coord], need: f64, straight: bool) -> Option<Fit> {
        let (left, right) = if b.x >= a.x { (a, b) } else { (b, a) };
        let chord = distance(left, right);
        if chord < need * 0.8 {
            return None;
        }
        let (sin, cos) = ((right.y - left.y) / chord, (right.x - left.x) / chord);
        // Along the chord from 0 to 1, and off it to the right.
        let measured = || {
            between.iter().map(|point| {
                let (x, y) = (point.x - left.x, point.y - left.y);
                let along = ((x * cos + y * sin) / chord).clamp(0.0, 1.0);
                (4.0 * along * (1.0 - along), y * cos - x * sin)
            })
        };
        let (product, square) = measured().fold((0.0, 0.0), |(p, s), (w, off)| (p + w * off, s + w * w));
        let arc = if square > 0.0 { product / square } else { 0.0 };
        if arc.abs() > need * MOST_BEND {
            return None;
        }
        let mut wander = 0.0_f64;
        let bent = if straight { arc.abs() } else { 0.0 };
        for (w, off) in measured() {
            wander = wander.max((off - arc * w).abs());
            if wander + bent > MOST_WANDER {
                return None;
            }
        }
        let middle = coord((left.x + right.x) / 2.0 - sin * arc, (left.y + right.y) / 2.0 + cos * arc);
        Some(Fit { curve: Curve::through(left, middle, right), arc, wander: wander + bent, rise: sin.abs() })
    }
}
