//! Rings and lines to arcs: what several of them share is stored once.

use super::grid::Point;
use atlas_map::basemap::ArcUse;
use std::collections::{HashMap, HashSet};

/// A ring (first point not repeated) or an open line.
pub(super) struct ArcPath {
    /// Its points.
    pub points: Vec<Point>,
    /// Whether it is a ring.
    pub closed: bool,
}

/// Paths as sequences of shared arcs.
#[derive(Default)]
pub(super) struct Topology {
    /// The arcs; a ring that touches nothing is one closed arc whose last point is its first.
    pub arcs: Vec<Vec<Point>>,
    /// For each path its arcs in order.
    pub paths: Vec<Vec<ArcUse>>,
}

/// Where a use of an arc leads: its index and whether it is walked forwards.
pub(super) fn index(arc: ArcUse) -> (usize, bool) {
    if arc < 0 { (!arc as usize, false) } else { (arc as usize, true) }
}

impl Topology {
    /// Cuts paths wherever their company changes. Paths share what runs through exactly the same points.
    pub(super) fn new(paths: &[ArcPath]) -> Self {
        let junctions = junctions(paths);
        let mut topology = Self::default();
        let mut known = HashMap::new();
        for path in paths {
            let uses = cut(path, &junctions).into_iter().map(|piece| topology.add(piece, &mut known)).collect();
            topology.paths.push(uses);
        }
        topology
    }

    fn add(&mut self, piece: Vec<Point>, known: &mut HashMap<Vec<Point>, usize>) -> ArcUse {
        let mut backwards = piece.clone();
        backwards.reverse();
        let forwards = piece <= backwards;
        let key = if forwards { piece } else { backwards };
        let arc = *known.entry(key).or_insert_with_key(|key| {
            self.arcs.push(key.clone());
            self.arcs.len() - 1
        }) as ArcUse;
        if forwards { arc } else { !arc }
    }

    /// The points of a path.
    pub(super) fn points(&self, uses: &[ArcUse]) -> Vec<Point> {
        let mut points: Vec<Point> = Vec::new();
        for &one in uses {
            let (arc, forwards) = index(one);
            let arc = &self.arcs[arc];
            points.pop();
            if forwards {
                points.extend(arc);
            } else {
                points.extend(arc.iter().rev());
            }
        }
        points
    }

    /// Cuts arcs at further inner points: `cuts` gets an arc and names their positions, in rising order.
    pub(super) fn refine(&mut self, mut cuts: impl FnMut(usize, &[Point]) -> Vec<usize>) {
        let mut arcs = Vec::with_capacity(self.arcs.len());
        let mut pieces = Vec::with_capacity(self.arcs.len());
        for (number, arc) in self.arcs.iter().enumerate() {
            let start = arcs.len();
            let mut from = 0;
            let inner = cuts(number, arc).into_iter().filter(|&at| at > 0 && at + 1 < arc.len());
            for to in inner.chain([arc.len() - 1]) {
                arcs.push(arc[from..=to].to_vec());
                from = to;
            }
            pieces.push(start as ArcUse..arcs.len() as ArcUse);
        }
        for path in &mut self.paths {
            let whole = std::mem::take(path);
            for one in whole {
                let (arc, forwards) = index(one);
                if forwards {
                    path.extend(pieces[arc].clone());
                } else {
                    path.extend(pieces[arc].clone().rev().map(|piece| !piece));
                }
            }
        }
        self.arcs = arcs;
    }
}

/// Points where paths part, meet or end.
fn junctions(paths: &[ArcPath]) -> HashSet<Point> {
    let mut company: HashMap<Point, [Point; 2]> = HashMap::new();
    let mut junctions = HashSet::new();
    for ArcPath { points, closed } in paths {
        let count = points.len();
        for (index, &point) in points.iter().enumerate() {
            if !closed && (index == 0 || index + 1 == count) {
                junctions.insert(point);
                continue;
            }
            let (before, after) = (points[(index + count - 1) % count], points[(index + 1) % count]);
            let pair = if before < after { [before, after] } else { [after, before] };
            if *company.entry(point).or_insert(pair) != pair {
                junctions.insert(point);
            }
        }
    }
    junctions
}

/// The pieces of a path between junctions, each with both ends.
fn cut(ArcPath { points, closed }: &ArcPath, junctions: &HashSet<Point>) -> Vec<Vec<Point>> {
    let mut points = points.clone();
    if *closed {
        // A ring starts at a junction, or, alone, at its smallest point, so that equal rings are cut alike.
        let start = points.iter().position(|point| junctions.contains(point)).or_else(|| {
            let smallest = points.iter().min()?;
            points.iter().position(|point| point == smallest)
        });
        points.rotate_left(start.unwrap_or(0));
        points.extend(points.first().copied());
    }
    let mut pieces = Vec::new();
    let mut piece: Vec<Point> = Vec::new();
    for point in points {
        piece.push(point);
        if piece.len() > 1 && junctions.contains(&point) {
            pieces.push(std::mem::replace(&mut piece, vec![point]));
        }
    }
    if piece.len() > 1 {
        pieces.push(piece);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(points: &[Point]) -> ArcPath {
        ArcPath { points: points.to_vec(), closed: true }
    }

    #[test]
    fn neighbours_share_their_border() {
        let left = ring(&[[0, 0], [2, 0], [2, 1], [2, 2], [0, 2]]);
        let right = ring(&[[2, 0], [4, 0], [4, 2], [2, 2], [2, 1]]);
        let topology = Topology::new(&[left, right]);
        assert_eq!(topology.arcs.len(), 3);
        let used = |path: usize| topology.paths[path].iter().map(|&arc| index(arc).0).collect::<HashSet<_>>();
        let shared: Vec<_> = used(0).intersection(&used(1)).copied().collect();
        assert_eq!(shared.len(), 1);
        assert_eq!(topology.arcs[shared[0]], [[2, 0], [2, 1], [2, 2]]);
    }

    #[test]
    fn an_enclave_shares_its_whole_ring() {
        let hole = ring(&[[1, 1], [1, 2], [2, 2], [2, 1]]);
        let enclave = ring(&[[2, 2], [1, 2], [1, 1], [2, 1]]);
        let topology = Topology::new(&[hole, enclave]);
        assert_eq!(topology.arcs.len(), 1);
        assert_eq!(topology.arcs[0].first(), topology.arcs[0].last());
    }

    #[test]
    fn refining_keeps_the_paths() {
        let square = [[0, 0], [4, 0], [4, 4], [0, 4]];
        let line = ArcPath { points: vec![[0, 0], [2, 3], [4, 4]], closed: false };
        let mut topology = Topology::new(&[ring(&square), line]);
        let before: Vec<_> = topology.paths.iter().map(|path| topology.points(path)).collect();
        topology.refine(|_, arc| (1..arc.len() - 1).collect());
        let after: Vec<_> = topology.paths.iter().map(|path| topology.points(path)).collect();
        assert_eq!(before, after);
        assert!(topology.arcs.iter().all(|arc| arc.len() == 2));
    }
}
