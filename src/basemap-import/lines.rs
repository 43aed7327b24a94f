//! Loose arcs of one kind and name, joined to lines as long as they go.

use super::grid::Point;
use super::topology::Topology;
use atlas_map::basemap::{ArcUse, Line, LineKind};
use std::collections::HashMap;

/// Kind and name of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Style(pub LineKind, pub &'static str);

/// Arcs gathered by style.
#[derive(Default)]
pub(super) struct Lines(Vec<(Style, Vec<usize>)>);

impl Lines {
    /// Adds arcs of a style. An arc that is already there is not added again.
    pub(super) fn add(&mut self, style: Style, arcs: impl IntoIterator<Item = usize>) {
        let at = self.0.iter().position(|(known, _)| *known == style).unwrap_or_else(|| {
            self.0.push((style, Vec::new()));
            self.0.len() - 1
        });
        for arc in arcs {
            if !self.0[at].1.contains(&arc) {
                self.0[at].1.push(arc);
            }
        }
    }

    /// The lines; a line ends where arcs of its style end or branch.
    pub(super) fn chained(&self, topology: &Topology) -> Vec<Line> {
        let line = |style: &Style, arcs| Line { kind: style.0, name: style.1.to_owned(), arcs };
        self.0
            .iter()
            .flat_map(|(style, arcs)| chain(topology, arcs).into_iter().map(|arcs| line(style, arcs)))
            .collect()
    }
}

fn chain(topology: &Topology, arcs: &[usize]) -> Vec<Vec<ArcUse>> {
    let end = |arc: usize, last: bool| -> Point {
        let points = &topology.arcs[arc];
        points[if last { points.len() - 1 } else { 0 }]
    };
    let mut meeting: HashMap<Point, Vec<usize>> = HashMap::new();
    for &arc in arcs {
        meeting.entry(end(arc, false)).or_default().push(arc);
        meeting.entry(end(arc, true)).or_default().push(arc);
    }
    let mut left: HashMap<usize, ()> = arcs.iter().map(|&arc| (arc, ())).collect();
    let mut chains = Vec::new();
    for &start in arcs {
        if left.remove(&start).is_none() {
            continue;
        }
        let mut chain = vec![start as ArcUse];
        // Onwards from the last point, then, turned round, from the first.
        for _ in 0..2 {
            let mut at = chain.last().map(|&one| leads_to(topology, one));
            while let Some(place) = at {
                let [a, b] = meeting[&place][..] else { break };
                let Some(next) = [a, b].into_iter().find(|arc| left.remove(arc).is_some()) else { break };
                let one = if end(next, false) == place { next as ArcUse } else { !(next as ArcUse) };
                chain.push(one);
                at = Some(leads_to(topology, one));
            }
            chain = chain.into_iter().rev().map(|one| !one).collect();
        }
        chains.push(chain);
    }
    chains
}

/// The point on which a used arc ends.
fn leads_to(topology: &Topology, one: ArcUse) -> Point {
    let points = topology.points(&[one]);
    points[points.len() - 1]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arcs_join_until_they_branch() {
        let arcs = vec![vec![[0, 0], [1, 0]], vec![[2, 0], [1, 0]], vec![[2, 0], [3, 0]], vec![[2, 0], [2, 1]]];
        let topology = Topology { arcs, paths: Vec::new() };
        let mut lines = Lines::default();
        lines.add(Style(LineKind::Border, ""), [1, 0, 2, 3, 1]);
        let chained = lines.chained(&topology);
        assert_eq!(chained.len(), 3);
        let longest = chained.iter().max_by_key(|line| line.arcs.len()).expect("three lines");
        assert!([vec![0, !1], vec![1, !0]].contains(&longest.arcs));
    }
}
