//! Names along lines: routes of the atlas, and rivers.

use super::block::{Block, Ground, Item, Position};
use super::boxes::Scales;
use super::candidates::{named, text};
use super::gazetteer::River;
use super::spines::{SPARE, set};
use super::{Key, Lettering, advance};
use crate::atlas::Kind;
use crate::basemap::LineKind;
use crate::geometry::maths::atan2;
use crate::geometry::{Coord, Curve, Projection, Rect, Ring, coord, distance};
use crate::scene::{Subject, World};

/// How far a line may wander off the curve of its name, nominal px.
const MOST_WANDER: f64 = 9.0;
/// Most bend of a name: height of its arc over its length.
const MOST_BEND: f64 = 0.16;
/// Steepest slope of a name in one line and in two, degrees.
const STEEP: f64 = 86.0;
const STEEP_BLOCK: f64 = 62.0;
/// Gap between a line and its name, nominal px.
const GAP: f64 = 5.0;
const RIVER_GAP: f64 = 1.5;
/// A long line is named again after this many nominal px, at most so often.
const AGAIN: f64 = 1500.0;
const MOST_NAMES: f64 = 4.0;
/// A lesser part of a line is named if it is this long, nominal px.
const LESSER: f64 = 600.0;
/// Places tried for each name.
const TRIES: usize = 16;
/// A river is looked for this near the place in the gazetteer, km, and named this near to it, nominal px.
const SEARCH: f64 = 60.0;
const NEAR: f64 = 120.0;

/// Names along the straighter stretches of a line, on either side of it.
pub(super) fn line(world: &World, subject: &Subject, key: &Key, scales: Scales) -> Vec<Item> {
    let scale = (scales.0 * scales.1).sqrt();
    let (text, lang) = text(&subject.label, key);
    let paths: Vec<Path> = subject.lines.iter().map(|course| Path::new(world, course, scale)).collect();
    let flows = subject.kind == Kind::Pipeline;
    // In one line where it fits, else in two.
    for most in [60, 12] {
        let longest = paths.iter().map(Path::length).fold(0.0, f64::max);
        let paths = paths.iter().filter(|path| path.length() >= longest.min(LESSER));
        let sections = paths.flat_map(|path| path.sections().map(move |section| (path, section)));
        let items: Vec<Item> = sections
            .filter_map(|(path, section)| {
                let rightward = path.runs_rightward(section);
                let flowing = flows.then(|| with_arrow(text, rightward));
                let block = Block::new(flowing.as_deref().unwrap_or(text), lang, Lettering::Route, most);
                let positions = path.along(&block, scale, section, GAP, flows.then_some(rightward));
                item(block, Lettering::Route, subject.token, positions)
            })
            .collect();
        if !items.is_empty() {
            return items;
        }
    }
    Vec::new()
}

/// The names of a river, beside its course.
pub(super) fn river(world: &World, entry: &River, key: &Key, scales: Scales) -> Vec<Item> {
    let scale = (scales.0 * scales.1).sqrt();
    let (text, lang) = named(entry.names, key);
    let around = |(lon, lat): (f64, f64)| Rect::about(Projection::project(lon, lat), 2.0 * SEARCH, 2.0 * SEARCH);
    let rivers = world.ground.lines.iter().filter(|line| line.kind == LineKind::River).map(|line| &line.course);
    let near = rivers.filter(|course| entry.places.iter().any(|place| course.bounds.intersects(&around(*place))));
    let paths: Vec<(Rect, Path)> = near.map(|course| (course.bounds, Path::new(world, course, scale))).collect();
    let named = |place: &(f64, f64)| {
        let around = around(*place);
        let near = paths.iter().filter(|(bounds, _)| bounds.intersects(&around)).map(|(_, path)| path);
        let centre = around.centre();
        let found = near.map(|path| (path.nearest(coord(centre.x * scale, centre.y * scale)), path));
        let ((gap, at), path) = found.min_by(|((a, _), _), ((b, _), _)| a.total_cmp(b))?;
        if gap > SEARCH * scale {
            return None;
        }
        let lettering = Lettering::River;
        let block = Block::new(text, lang, lettering, 40);
        let reach = NEAR + block.width / 2.0;
        let positions = path.along(&block, scale, (at - reach, at + reach), RIVER_GAP, None);
        let item = item(block, lettering, lettering.letters().token, positions)?;
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

fn item(block: Block, lettering: Lettering, token: crate::scene::Token, positions: Vec<Position>) -> Option<Item> {
    (!positions.is_empty()).then_some(Item {
        subject: None,
        block,
        lettering,
        token,
        priority: 0.0,
        positions,
        once: true,
        ground: Ground::Any,
    })
}

/// A course in nominal px, and the length up to each vertex.
struct Path {
    points: Vec<Coord>,
    lengths: Vec<f64>,
}

impl Path {
    fn new(world: &World, course: &Ring, scale: f64) -> Path {
        let mut points: Vec<Coord> = Vec::new();
        for (line, reversed) in course.lines(&world.pool) {
            let simple = line.simplified(1.0 / scale).map(|point| coord(point.x * scale, point.y * scale));
            if reversed { points.extend(simple.rev()) } else { points.extend(simple) }
        }
        let mut lengths = vec![0.0];
        for pair in points.windows(2) {
            let [a, b] = pair else { continue };
            lengths.push(lengths.last().copied().unwrap_or(0.0) + distance(*a, *b));
        }
        Path { points, lengths }
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
        self.at(from).zip(self.at(to)).is_some_and(|((a, _), (b, _))| b.x >= a.x)
    }

    /// The best places for the block along a part of the course, the best first; with `rightward` only where the course
    /// runs so.
    fn along(
        &self,
        block: &Block,
        scale: f64,
        (from, to): (f64, f64),
        gap: f64,
        rightward: Option<bool>,
    ) -> Vec<Position> {
        let mut found: Vec<(f64, f64, Fit)> = Vec::new();
        let (from, to) = (from.max(0.0), to.min(self.length()));
        let need = block.width + 8.0;
        let room = to - from - need;
        if room < 0.0 {
            return Vec::new();
        }
        let steep = if block.lines.len() > 1 { STEEP_BLOCK } else { STEEP };
        let straight = block.lines.len() > 1 || block.rtl;
        let steps = (room / 16.0).ceil().clamp(1.0, 60.0);
        for step in 0..=steps as usize {
            let start = from + room * step as f64 / steps;
            let Some(mut fit) = self.fit(start, need) else { continue };
            if rightward.is_some_and(|rightward| rightward != fit.rightward) {
                continue;
            }
            if straight {
                fit.wander += fit.arc.abs();
            }
            if fit.wander > MOST_WANDER || fit.arc.abs() > need * MOST_BEND {
                continue;
            }
            let slope = fit.slope().abs();
            if slope > steep {
                continue;
            }
            let off_centre = ((start + need / 2.0 - from) / (to - from) - 0.5).abs();
            let cost = fit.wander * 0.5 + fit.arc.abs() / need * 4.0 + off_centre * 3.0 + slope / 60.0;
            for (cost, side) in [(cost, -1.0), (cost + 0.3, 1.0)] {
                let place = found.partition_point(|(known, ..)| *known <= cost);
                if place < TRIES {
                    found.insert(place, (cost, side, fit));
                    found.truncate(TRIES);
                }
            }
        }
        let position = |(cost, side, fit): (f64, f64, Fit)| {
            let away = side * (block.height / 2.0 + gap + fit.wander * 0.6);
            let middle = fit.curve.at(0.5);
            let spare = (SPARE - 1.0) / 2.0;
            let curve = fit.curve.beside(away).part(-spare, 1.0 + spare);
            let curve = curve.mapped(|point| coord(point.x - middle.x, point.y - middle.y));
            let anchor = coord(middle.x / scale, middle.y / scale);
            let position = set(curve, anchor, block.spacing, block, cost);
            if straight { Position { bend: None, ..position } } else { position }
        };
        found.into_iter().map(position).collect()
    }

    /// The curve that follows the course best over a length, read from left to right.
    fn fit(&self, start: f64, need: f64) -> Option<Fit> {
        let ((a, first), (b, last)) = (self.at(start)?, self.at(start + need)?);
        let (left, right) = if b.x >= a.x { (a, b) } else { (b, a) };
        let chord = distance(left, right);
        if chord < need * 0.8 {
            return None;
        }
        let (sin, cos) = ((right.y - left.y) / chord, (right.x - left.x) / chord);
        let between = self.points.get(first + 1..=last).unwrap_or_default();
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
        let wander = measured().map(|(w, off)| (off - arc * w).abs()).fold(0.0, f64::max);
        let middle = coord((left.x + right.x) / 2.0 - sin * arc, (left.y + right.y) / 2.0 + cos * arc);
        let curve = Curve::through(left, middle, right);
        Some(Fit { curve, arc, wander, rightward: b.x >= a.x })
    }

    /// The point at a length, and the vertex before it.
    fn at(&self, length: f64) -> Option<(Coord, usize)> {
        let next = self.lengths.partition_point(|known| *known < length).max(1).min(self.points.len().checked_sub(1)?);
        let (a, b) = (self.points.get(next - 1)?, self.points.get(next)?);
        let (from, to) = (self.lengths.get(next - 1)?, self.lengths.get(next)?);
        let t = if to > from { (length - from) / (to - from) } else { 0.0 };
        Some((coord(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t), next - 1))
    }
}

/// A curve that follows a stretch of a course.
#[derive(Clone, Copy)]
struct Fit {
    curve: Curve,
    /// Height of the curve over its chord, nominal px, to the right.
    arc: f64,
    /// How far the course is off the curve, nominal px.
    wander: f64,
    /// The course runs from left to right.
    rightward: bool,
}

impl Fit {
    /// Slope of the chord, degrees clockwise.
    fn slope(&self) -> f64 {
        let Curve { from, to, .. } = self.curve;
        atan2(to.y - from.y, to.x - from.x).to_degrees()
    }
}
