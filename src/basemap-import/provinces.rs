//! The inner lines of a country, from Natural Earth, closed on the better national border of OpenStreetMap.

use super::grid::{Point, distance};
use super::inside::Inside;
use super::osm::Polygon;
use std::collections::HashMap;

/// A line end without company is tied to the national border when it is at most this far from it. On a coast the
/// national border is the limit of the territorial sea.
const TIE_KM: f64 = 150.0;

/// The province lines of a country, cut at and tied to its border.
///
/// `parts` are pieces of province lines, of any country; those that lie mostly inside this one are taken.
pub(super) fn inner_lines(parts: &[Vec<Point>], country: &[Polygon]) -> Vec<Vec<Point>> {
    let border: Vec<Point> = country.iter().flatten().flatten().copied().collect();
    let inside = Inside::new(country.iter().flatten());
    let mut lines = Vec::new();
    for chain in chains(parts) {
        let within: Vec<bool> = chain.iter().map(|&point| inside.contains(point)).collect();
        if within.iter().filter(|&&is| is).count() * 2 > chain.len() {
            lines.extend(cut(&chain, &within, &border));
        }
    }
    tie_loose_ends(&mut lines, &border);
    lines
}

/// Joins lines that meet, two and no more, at their ends.
pub(super) fn chains(parts: &[Vec<Point>]) -> Vec<Vec<Point>> {
    let mut lines: Vec<Option<Vec<Point>>> = parts.iter().filter(|part| part.len() > 1).cloned().map(Some).collect();
    let mut ends: HashMap<Point, Vec<usize>> = HashMap::new();
    for (index, line) in lines.iter().enumerate() {
        let line = line.iter().flatten();
        for end in [line.clone().next(), line.last()].into_iter().flatten() {
            ends.entry(*end).or_default().push(index);
        }
    }
    let mut chains = Vec::new();
    for index in 0..lines.len() {
        let Some(mut chain) = lines[index].take() else { continue };
        // From the last point on, then, turned round, from the other end.
        for _ in 0..2 {
            while let Some(&last) = chain.last() {
                let [a, b] = ends[&last][..] else { break };
                let Some(mut next) = lines[a].take().or_else(|| lines[b].take()) else { break };
                if next.first() != Some(&last) {
                    next.reverse();
                }
                chain.extend(&next[1..]);
            }
            chain.reverse();
        }
        chains.push(chain);
    }
    chains
}

/// The stretches of a line inside the country; where it leaves, it is led to the nearest point of the border.
fn cut(chain: &[Point], within: &[bool], border: &[Point]) -> Vec<Vec<Point>> {
    let mut stretches = Vec::new();
    let mut from = 0;
    for part in within.chunk_by(|a, b| a == b) {
        let to = from + part.len();
        if part[0] {
            let mut stretch = chain[from..to].to_vec();
            if from > 0 {
                stretch.splice(0..0, nearest(chain[from], border).map(|(point, _)| point));
            }
            if to < chain.len() {
                stretch.extend(nearest(chain[to - 1], border).map(|(point, _)| point));
            }
            stretch.dedup();
            // A line that only grazes the border would enclose a sliver.
            if stretch.len() > 2 {
                stretches.push(stretch);
            }
        }
        from = to;
    }
    stretches
}

/// Leads ends that meet no other line to the border, if it is near.
fn tie_loose_ends(lines: &mut [Vec<Point>], border: &[Point]) {
    let mut company: HashMap<Point, usize> = HashMap::new();
    for line in lines.iter() {
        for end in [line[0], line[line.len() - 1]] {
            *company.entry(end).or_default() += 1;
        }
    }
    let tie = |end: Point| {
        let (point, away) = nearest(end, border)?;
        (company[&end] == 1 && away > 0.0 && away < TIE_KM).then_some(point)
    };
    for line in lines {
        let (first, last) = (line[0], line[line.len() - 1]);
        line.splice(0..0, tie(first));
        line.extend(tie(last));
    }
}

/// The border point nearest to a place, and its distance in kilometres.
pub(super) fn nearest(place: Point, border: &[Point]) -> Option<(Point, f64)> {
    let measured = border.iter().map(|&point| (point, distance(place, point)));
    measured.min_by(|a, b| a.1.total_cmp(&b.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_cut_and_tied() {
        let square =
            vec![vec![vec![[0, 0], [100_000, 0], [100_000, 50_000], [100_000, 100_000], [0, 100_000], [0, 50_000]]]];
        // In two parts, from beyond the western side to a little before the eastern one.
        let parts =
            [vec![[-900, 51_000], [20_000, 51_000], [50_000, 52_000]], vec![[99_000, 51_000], [50_000, 52_000]]];
        let lines = inner_lines(&parts, &square);
        assert_eq!(lines, [[[0, 50_000], [20_000, 51_000], [50_000, 52_000], [99_000, 51_000], [100_000, 50_000]]]);
    }
}
