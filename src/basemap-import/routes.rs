//! Finding a named river among unnamed lines: the way from its upper course to its mouth.

use super::grid::{Point, distance, point};
use super::window::within;
use petgraph::algo::astar;
use petgraph::graph::{NodeIndex, UnGraph};

/// Ends of lines that are at most this far apart may be joined: rivers are interrupted by reservoirs.
const GAP_KM: f64 = 350.0;

/// A kilometre across a gap counts as many along a line.
const GAP_COST: f64 = 4.0;

/// A place this far from every line is passed all the same, across a gap.
const ASTRAY_KM: f64 = 20.0;

/// A way between two ends of lines.
struct Way {
    /// What it costs, metres along a line.
    cost: u64,
    /// The line it follows; none across a gap.
    line: Option<usize>,
}

impl Way {
    /// A way of so many kilometres, after the costs of gaps.
    fn new(km: f64, line: Option<usize>) -> Way {
        Way { cost: (km * 1000.0) as u64, line }
    }
}

/// The shortest way along `lines` through places in degrees, each taken at the nearest end of a line if one is near.
pub(super) fn route(lines: &[Vec<Point>], places: &[[f64; 2]]) -> Option<Vec<Point>> {
    let near = surroundings(places);
    let lines: Vec<&Vec<Point>> =
        lines.iter().filter(|line| line.len() > 1 && line.iter().any(|&at| within(at, near))).collect();
    let mut ends: Vec<Point> = lines.iter().flat_map(|line| [line[0], line[line.len() - 1]]).collect();
    let stop = |&[lon, lat]: &[f64; 2]| {
        let place = point(lon, lat);
        let near = ends.iter().map(|&end| (distance(end, place), end)).filter(|(away, _)| *away < ASTRAY_KM);
        near.min_by(|a, b| a.0.total_cmp(&b.0)).map_or(place, |(_, end)| end)
    };
    let stops: Vec<Point> = places.iter().map(stop).collect();
    ends.extend(&stops);
    ends.sort_unstable();
    ends.dedup();
    let number = |at: Point| ends.binary_search(&at).ok().map(NodeIndex::new);
    let mut ways: UnGraph<Point, Way> = UnGraph::with_capacity(ends.len(), lines.len());
    for end in &ends {
        ways.add_node(*end);
    }
    for (index, line) in lines.iter().enumerate() {
        let (Some(a), Some(b)) = (number(line[0]), number(line[line.len() - 1])) else { continue };
        let length = line.windows(2).map(|pair| distance(pair[0], pair[1])).sum();
        ways.add_edge(a, b, Way::new(length, Some(index)));
    }
    for a in 0..ends.len() {
        for b in a + 1..ends.len() {
            let gap = distance(ends[a], ends[b]);
            if gap < GAP_KM {
                ways.add_edge(NodeIndex::new(a), NodeIndex::new(b), Way::new(0.1 + gap * GAP_COST, None));
            }
        }
    }
    let stops: Vec<NodeIndex> = stops.into_iter().filter_map(number).collect();
    let mut points: Vec<Point> = Vec::new();
    for leg in stops.windows(2) {
        let (_, nodes) = astar(&ways, leg[0], |node| node == leg[1], |way| way.weight().cost, |_| 0)?;
        for pair in nodes.windows(2) {
            let best = ways.edges_connecting(pair[0], pair[1]).min_by_key(|way| way.weight().cost);
            match best.and_then(|way| way.weight().line) {
                Some(line) if lines[line][0] == ways[pair[0]] => points.extend(lines[line]),
                Some(line) => points.extend(lines[line].iter().rev()),
                None => points.push(ways[pair[0]]),
            }
        }
        points.push(ways[leg[1]]);
    }
    points.dedup();
    (points.len() > 1).then_some(points)
}

/// The box round some places with a margin, in degrees.
fn surroundings(places: &[[f64; 2]]) -> [f64; 4] {
    let mut around = [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY];
    for [lon, lat] in places {
        around =
            [around[0].min(lon - 2.0), around[1].min(lat - 2.0), around[2].max(lon + 2.0), around[3].max(lat + 2.0)];
    }
    around
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn follows_lines_and_bridges_a_gap() {
        let line = |places: &[[f64; 2]]| places.iter().map(|&[x, y]| point(x, y)).collect::<Vec<_>>();
        let upper = line(&[[44.0, 40.0], [44.5, 40.1], [45.0, 40.0]]);
        let lower = line(&[[46.0, 40.0], [45.5, 39.9], [45.2, 40.0]]);
        let other = line(&[[45.0, 40.0], [45.0, 41.0]]);
        let found = route(&[other, lower, upper], &[[44.0, 40.0], [46.0, 40.0]]).expect("a way");
        let expected = line(&[[44.0, 40.0], [44.5, 40.1], [45.0, 40.0], [45.2, 40.0], [45.5, 39.9], [46.0, 40.0]]);
        assert_eq!(found, expected);
    }
}
