//! Path data in as few characters as can be.

use crate::geometry::{Coord, TracedPath};

/// User units of the SVG for each pixel of the reference container: whole numbers then are thirds of a pixel.
pub const UNITS: f64 = 3.0;

/// Path data of all runs: one absolute move each, then relative lines in whole user units.
///
/// Points that fall together after rounding are left out. Empty when nothing is left to see.
pub(super) fn data(path: &TracedPath) -> String {
    pieces(path).collect()
}

/// The same, run by run, without those of which nothing is left.
pub(super) fn pieces(path: &TracedPath) -> impl Iterator<Item = String> {
    path.runs().filter_map(|(run, points)| piece(points, run.closed))
}

fn piece(points: &[Coord], closed: bool) -> Option<String> {
    let start = units(*points.first()?);
    let mut out = String::from("M");
    number(start.0, &mut out);
    separated(start.1, &mut out);
    out.push('l');
    let mut at = start;
    let mut count = 0;
    for point in points.iter().skip(1) {
        let next = units(*point);
        if next == at {
            continue;
        }
        let (dx, dy) = (next.0 - at.0, next.1 - at.1);
        if count == 0 {
            number(dx, &mut out)
        } else {
            separated(dx, &mut out)
        }
        separated(dy, &mut out);
        at = next;
        count += 1;
    }
    if closed {
        out.push('z');
    }
    (count >= if closed { 2 } else { 1 }).then_some(out)
}

/// A position in whole user units.
pub(super) fn units(point: Coord) -> (i64, i64) {
    ((point.x * UNITS).round() as i64, (point.y * UNITS).round() as i64)
}

fn number(value: i64, out: &mut String) {
    out.push_str(&value.to_string());
}

/// A number after another one: the minus sign separates by itself.
fn separated(value: i64, out: &mut String) {
    if value >= 0 {
        out.push(' ');
    }
    number(value, out);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::{Run, coord};

    #[test]
    fn data_is_short() {
        let points = [(0.0, 0.0), (1.0, 0.0), (1.01, 0.0), (0.6, 2.6)].map(|(x, y)| coord(x, y)).to_vec();
        let path = TracedPath { points, runs: vec![Run { start: 0, closed: true, phase: 0.0 }] };
        assert_eq!(data(&path), "M0 0l3 0-1 8z");
    }

    #[test]
    fn specks_vanish() {
        let points = [(0.0, 0.0), (0.01, 0.0), (0.01, 0.01)].map(|(x, y)| coord(x, y)).to_vec();
        let path = TracedPath { points, runs: vec![Run { start: 0, closed: true, phase: 0.0 }] };
        assert_eq!(data(&path), "");
    }
}
