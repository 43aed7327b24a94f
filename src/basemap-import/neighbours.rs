//! Making neighbours fit: where two countries draw their common border a little differently, both get one line.

use super::grid::{Point, STEPS, distance, distance_to_segment};
use super::osm::Polygon;
use std::collections::{BTreeSet, HashMap, HashSet};

/// Lines between the same two points that are never farther apart than this are the same border.
const SAME_KM: f64 = 3.0;

/// A meeting point of two countries that is this near to the side of a third lies on it.
const MEET_KM: f64 = 0.05;

/// A country while its rings are being fitted.
struct Neighbour<'a> {
    polygons: &'a mut Vec<Polygon>,
    points: HashSet<Point>,
}

/// Fits all neighbours to each other. Nothing else about the polygons changes.
pub(super) fn fit(countries: &mut [(String, Vec<Polygon>)]) {
    let mut fitted: Vec<Neighbour> = countries
        .iter_mut()
        .map(|(_, polygons)| Neighbour { points: polygons.iter().flatten().flatten().copied().collect(), polygons })
        .collect();
    // Fitting one pair can give another the common points it lacked.
    for _ in 0..3 {
        for a in 0..fitted.len() {
            for b in a + 1..fitted.len() {
                pair(&mut fitted, a, b);
            }
        }
        meet(&mut fitted);
    }
}

/// Where two countries meet on the straight side of a third, the third gets their meeting point.
fn meet(countries: &mut [Neighbour]) {
    let mut sides: HashMap<[Point; 2], usize> = HashMap::new();
    for ring in countries.iter().flat_map(|country| country.polygons.iter().flatten()) {
        (0..ring.len()).for_each(|index| *sides.entry(side(ring, index)).or_default() += 1);
    }
    sides.retain(|_, users| *users == 1);
    // Meeting points from west to east: ends of sides that one country has alone, known to two.
    let shared = |point: &Point| countries.iter().filter(|country| country.points.contains(point)).nth(1).is_some();
    let meetings: BTreeSet<Point> = sides.keys().flatten().copied().filter(shared).collect();
    let reach = (MEET_KM / 20.0 * STEPS) as i32;
    for Neighbour { polygons, points } in countries {
        for ring in polygons.iter_mut().flatten() {
            let mut met = Vec::with_capacity(ring.len());
            for (index, &from) in ring.iter().enumerate() {
                let to = ring[(index + 1) % ring.len()];
                met.push(from);
                if !sides.contains_key(&side(ring, index)) {
                    continue;
                }
                let near = [from[0].min(to[0]) - reach, i32::MIN]..[from[0].max(to[0]) + reach, i32::MAX];
                let on_side = |point: &&Point| distance_to_segment(**point, from, to) < MEET_KM;
                let mut here: Vec<Point> =
                    meetings.range(near).filter(|point| !points.contains(*point)).filter(on_side).copied().collect();
                here.sort_by(|&a, &b| distance(from, a).total_cmp(&distance(from, b)));
                met.extend(here);
            }
            *ring = met;
        }
        points.extend(polygons.iter().flatten().flatten());
    }
}

/// A side of a ring, its ends in order of size.
fn side(ring: &[Point], index: usize) -> [Point; 2] {
    let (a, b) = (ring[index], ring[(index + 1) % ring.len()]);
    if a < b { [a, b] } else { [b, a] }
}

/// The runs of both between common points: where they differ but lie close, one takes over the other's.
fn pair(countries: &mut [Neighbour], a: usize, b: usize) {
    let (small, large) = if countries[a].points.len() < countries[b].points.len() { (a, b) } else { (b, a) };
    let common: HashSet<Point> = countries[small].points.intersection(&countries[large].points).copied().collect();
    if common.len() < 2 {
        return;
    }
    let of_b = runs(countries[b].polygons, &common);
    let mut new_a = HashMap::new();
    let mut new_b = HashMap::new();
    for (ends, run) in runs(countries[a].polygons, &common) {
        let Some(other) = of_b.get(&ends) else { continue };
        if run == *other || !close(&run, other) || !close(other, &run) {
            continue;
        }
        // A point that a third country uses must stay; otherwise the line with more points is the truer one.
        let third = |run: &[Point]| {
            let mut others = countries.iter().enumerate().filter(|(index, _)| *index != a && *index != b);
            others.any(|(_, other)| run[1..run.len() - 1].iter().any(|point| other.points.contains(point)))
        };
        match (third(&run), third(other)) {
            (true, true) => {}
            (true, false) => drop(new_b.insert(ends, run)),
            (false, true) => drop(new_a.insert(ends, other.clone())),
            (false, false) if run.len() >= other.len() => drop(new_b.insert(ends, run)),
            (false, false) => drop(new_a.insert(ends, other.clone())),
        }
    }
    for (index, new) in [(a, new_a), (b, new_b)] {
        if !new.is_empty() {
            let country = &mut countries[index];
            country.polygons.iter_mut().flatten().for_each(|ring| replace(ring, &common, &new));
            country.points = country.polygons.iter().flatten().flatten().copied().collect();
        }
    }
}

/// Runs between consecutive common points by their ends in order of size, walked from the smaller end.
/// Ends that occur twice are ambiguous and left out.
fn runs(polygons: &[Polygon], common: &HashSet<Point>) -> HashMap<[Point; 2], Vec<Point>> {
    let mut runs = HashMap::new();
    let mut twice = HashSet::new();
    for ring in polygons.iter().flatten() {
        for run in pieces(ring, common) {
            let run = if run.first() <= run.last() { run } else { run.into_iter().rev().collect() };
            let ends = [run[0], run[run.len() - 1]];
            if ends[0] == ends[1] || runs.insert(ends, run).is_some() {
                twice.insert(ends);
            }
        }
    }
    runs.retain(|ends, _| !twice.contains(ends));
    runs
}

/// A ring cut at its common points, each piece with both ends; nothing when it has fewer than two.
fn pieces(ring: &[Point], common: &HashSet<Point>) -> Vec<Vec<Point>> {
    let at: Vec<usize> = (0..ring.len()).filter(|&index| common.contains(&ring[index])).collect();
    if at.len() < 2 {
        return Vec::new();
    }
    let piece = |from: usize, to: usize| {
        let to = if to > from { to } else { to + ring.len() };
        (from..=to).map(|index| ring[index % ring.len()]).collect()
    };
    (0..at.len()).map(|index| piece(at[index], at[(index + 1) % at.len()])).collect()
}

/// Puts new runs in the place of old ones with the same ends.
fn replace(ring: &mut Vec<Point>, common: &HashSet<Point>, new: &HashMap<[Point; 2], Vec<Point>>) {
    let pieces = pieces(ring, common);
    if pieces.is_empty() {
        return;
    }
    ring.clear();
    for piece in pieces {
        let (first, last) = (piece[0], piece[piece.len() - 1]);
        let start = ring.len();
        if let Some(run) = new.get(&[first, last]) {
            ring.extend(run);
        } else if let Some(run) = new.get(&[last, first]) {
            ring.extend(run.iter().rev());
        } else {
            ring.extend(piece);
        }
        debug_assert_eq!((ring[start], ring.last()), (first, Some(&last)));
        ring.pop();
    }
}

/// Whether every point of a run is near the other.
fn close(run: &[Point], other: &[Point]) -> bool {
    let near = |&point: &Point| other.windows(2).any(|pair| distance_to_segment(point, pair[0], pair[1]) < SAME_KM);
    run.iter().all(near)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_difference_is_removed_and_a_large_one_kept() {
        // Two squares of about 110 km with a common side, on which the right one has two points more.
        let left = vec![vec![[0, 0], [100_000, 0], [100_000, 50_000], [100_000, 100_000], [0, 100_000]]];
        let right = |bulge: i32| {
            let side = [[100_000, 100_000], [100_000 + bulge, 75_000], [100_000, 50_000], [100_000, 0]];
            vec![[side.as_slice(), &[[200_000, 0], [200_000, 100_000]]].concat()]
        };
        for (bulge, fits) in [(200, true), (5_000, false)] {
            let mut countries = [("A".to_owned(), vec![left.clone()]), ("B".to_owned(), vec![right(bulge)])];
            fit(&mut countries);
            assert_eq!(countries[0].1[0][0].contains(&[100_000 + bulge, 75_000]), fits);
            assert_eq!(countries[1].1, [right(bulge)]);
        }
    }

    #[test]
    fn two_meet_on_the_side_of_a_third() {
        let below = vec![vec![[0, 0], [200_000, 0], [200_000, 100_000], [0, 100_000]]];
        let left = vec![vec![[0, 100_000], [100_000, 100_010], [100_000, 200_000], [0, 200_000]]];
        let right = vec![vec![[100_000, 100_010], [200_000, 100_000], [200_000, 200_000], [100_000, 200_000]]];
        let mut countries =
            [("A", below), ("B", left), ("C", right)].map(|(code, polygon)| (code.to_owned(), vec![polygon]));
        fit(&mut countries);
        assert!(countries[0].1[0][0].contains(&[100_000, 100_010]));
    }
}
