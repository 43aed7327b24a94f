//! Names along lines.

use super::boxes::Scales;
use super::candidates::{Block, Item, Position, text};
use super::{Align, Key, Lettering};
use crate::atlas::sort;
use crate::geometry::{Coord, coord, distance, distance_to_segment, maths};
use crate::scene::{Subject, World};

/// How far a line may bend away under its name, nominal px.
const MOST_BEND: f64 = 9.0;
/// Steepest slope of a name in one line and in two, degrees.
const STEEP: f64 = 86.0;
const STEEP_BLOCK: f64 = 62.0;
/// Gap between the line and its name, nominal px.
const GAP: f64 = 5.0;
/// Places tried on each line.
const TRIES: usize = 28;

/// A name along one of the straighter stretches of a line, on either side of it.
pub(super) fn line(world: &World, subject: &Subject, key: &Key, scales: Scales) -> Option<Item> {
    // In one line where it fits, else in two.
    [60, 12].into_iter().find_map(|most| fitted(world, subject, key, scales, most))
}

fn fitted(world: &World, subject: &Subject, key: &Key, scales: Scales, most: usize) -> Option<Item> {
    let (text, lang) = text(&subject.label, key);
    let lettering = Lettering::Route;
    let block = Block::new(text, lang, lettering, most);
    let scale = (scales.0 * scales.1).sqrt();
    let mut positions = Vec::new();
    for course in &subject.lines {
        let mut path: Vec<Coord> = Vec::new();
        for (line, reversed) in course.lines(&world.pool) {
            let points = line.simplified(1.0 / scale).map(|point| coord(point.x * scale, point.y * scale));
            if reversed { path.extend(points.rev()) } else { path.extend(points) }
        }
        along(&path, &block, scale, &mut positions);
    }
    sort(&mut positions, |a, b| a.cost.total_cmp(&b.cost));
    positions.truncate(TRIES);
    (!positions.is_empty()).then_some(Item {
        subject: None,
        lines: block.lines,
        lettering,
        token: subject.token,
        rtl: block.rtl,
        priority: 0.0,
        positions,
    })
}

/// Walks a path (nominal px) and adds the places where the block fits.
fn along(path: &[Coord], block: &Block, scale: f64, positions: &mut Vec<Position>) {
    let mut lengths = vec![0.0];
    for pair in path.windows(2) {
        let [a, b] = pair else { continue };
        lengths.push(lengths.last().copied().unwrap_or(0.0) + distance(*a, *b));
    }
    let total = lengths.last().copied().unwrap_or(0.0);
    let need = block.width + 8.0;
    if total < need {
        return;
    }
    let steps = ((total - need) / 16.0).ceil().clamp(1.0, 160.0);
    for step in 0..=steps as usize {
        let from = (total - need) * step as f64 / steps;
        let (Some((a, first)), Some((b, last))) = (at(path, &lengths, from), at(path, &lengths, from + need)) else {
            continue;
        };
        let chord = distance(a, b);
        let between = path.get(first + 1..=last).unwrap_or_default();
        let bend = between.iter().map(|point| distance_to_segment(*point, a, b)).fold(0.0, f64::max);
        if bend > MOST_BEND || chord < block.width {
            continue;
        }
        // Read from left to right: a slope between −90° and 90°.
        let (dx, dy) = if b.x >= a.x { (b.x - a.x, b.y - a.y) } else { (a.x - b.x, a.y - b.y) };
        let angle = maths::atan2(dy, dx).to_degrees();
        if angle.abs() > if block.lines.len() > 1 { STEEP_BLOCK } else { STEEP } {
            continue;
        }
        let (sin, cos) = (dy / chord, dx / chord);
        let middle = coord((a.x + b.x) / 2.0, (a.y + b.y) / 2.0);
        let off_centre = ((from + need / 2.0) / total - 0.5).abs();
        for side in [-1.0, 1.0] {
            let away = side * (block.height / 2.0 + GAP + bend * 0.6);
            let offset = coord(-sin * away, cos * away);
            positions.push(Position {
                anchor: coord(middle.x / scale, middle.y / scale),
                offset,
                align: Align::Middle,
                angle,
                boxes: block.chain(offset, angle),
                cost: bend * 0.5 + off_centre * 3.0 + angle.abs() / 60.0 + if side > 0.0 { 0.3 } else { 0.0 },
            });
        }
    }
}

/// The point at a length along the path, and the vertex before it.
fn at(path: &[Coord], lengths: &[f64], length: f64) -> Option<(Coord, usize)> {
    let next = lengths.partition_point(|known| *known < length).max(1).min(path.len().checked_sub(1)?);
    let (a, b) = (path.get(next - 1)?, path.get(next)?);
    let (from, to) = (lengths.get(next - 1)?, lengths.get(next)?);
    let t = if to > from { (length - from) / (to - from) } else { 0.0 };
    Some((coord(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t), next - 1))
}
