//! The pieces into which lines cut a country.

use super::grid::{Point, area};
use super::inside::Inside;
use super::topology::Topology;
use atlas_map::basemap::ArcUse;
use std::collections::{BTreeSet, HashMap};

/// The smallest face, as a ring of arcs, in which a place lies.
pub(super) fn around(topology: &Topology, faces: &[Vec<ArcUse>], place: Point) -> Option<Vec<ArcUse>> {
    let mut best: Option<(f64, &Vec<ArcUse>)> = None;
    for face in faces {
        let mut ring = topology.points(face);
        ring.pop();
        let size = area(&ring);
        if best.is_none_or(|(smallest, _)| size < smallest) && Inside::new(&[ring]).contains(place) {
            best = Some((size, face));
        }
    }
    best.map(|(_, face)| face.clone())
}

/// All faces of the plane graph made by some arcs, each walked counter-clockwise.
pub(super) fn faces(topology: &Topology, arcs: &BTreeSet<usize>) -> Vec<Vec<ArcUse>> {
    // At each node the ways out, turning counter-clockwise.
    let mut nodes: HashMap<Point, Vec<(f64, ArcUse)>> = HashMap::new();
    for &arc in arcs {
        for way in [arc as ArcUse, !(arc as ArcUse)] {
            let points = topology.points(&[way]);
            let [dx, dy] = [0, 1].map(|axis| f64::from(points[1][axis] - points[0][axis]));
            nodes.entry(points[0]).or_default().push((dy.atan2(dx), way));
        }
    }
    let mut after = HashMap::new();
    for ways in nodes.values_mut() {
        ways.sort_by(|a, b| a.0.total_cmp(&b.0));
        for index in 0..ways.len() {
            // Who comes in against this way leaves by the next one clockwise, which keeps the face on the left.
            let out = ways[(index + ways.len() - 1) % ways.len()].1;
            after.insert(!ways[index].1, out);
        }
    }
    let mut left: BTreeSet<ArcUse> = after.keys().copied().collect();
    let mut faces = Vec::new();
    while let Some(start) = left.pop_first() {
        let mut face = vec![start];
        let mut way = after[&start];
        while way != start {
            left.remove(&way);
            face.push(way);
            way = after[&way];
        }
        let mut ring = topology.points(&face);
        ring.pop();
        if area(&ring) > 0.0 {
            faces.push(face);
        }
    }
    faces
}

#[cfg(test)]
mod tests {
    use super::super::topology::ArcPath;
    use super::*;

    #[test]
    fn a_line_cuts_a_square_in_two() {
        let square = vec![[0, 0], [50_000, 0], [100_000, 0], [100_000, 100_000], [40_000, 100_000], [0, 100_000]];
        let line = vec![[50_000, 0], [45_000, 60_000], [40_000, 100_000]];
        let paths = [ArcPath { points: square, closed: true }, ArcPath { points: line, closed: false }];
        let topology = Topology::new(&paths);
        let faces = faces(&topology, &(0..topology.arcs.len()).collect());
        assert_eq!(faces.len(), 2);
        let west = around(&topology, &faces, [10_000, 50_000]).expect("a western half");
        let east = around(&topology, &faces, [90_000, 50_000]).expect("an eastern half");
        assert_ne!(west, east);
        assert_eq!(around(&topology, &faces, [-1, 50_000]), None);
    }
}
