//! From grid arcs to the arcs that are kept: cut where care changes, simplified, rounded.

use super::grid::{Point, STEPS};
use super::simplify::importance;
use super::topology::{Topology, index};
use super::window::zone;
use atlas_map::basemap::{Arc, ArcUse, Area, Basemap, Line};

/// Where an arc passes from one zone into another. Coarser stretches pack better on their own.
pub(super) fn zone_changes(arc: &[Point]) -> Vec<usize> {
    changes(arc, |pair| pair.iter().map(|&point| zone(point)).min())
}

/// The inner points of an arc at which a property of its segments changes.
pub(super) fn changes<T: PartialEq>(arc: &[Point], property: impl Fn(&[Point]) -> T) -> Vec<usize> {
    let segments: Vec<T> = arc.windows(2).map(property).collect();
    (1..segments.len()).filter(|&at| segments[at] != segments[at - 1]).collect()
}

/// Arcs as they are kept, and what became of each.
pub(super) struct Drawn {
    arcs: Vec<Arc>,
    /// The new number of each arc; nothing for one that has shrunk to a point.
    new: Vec<Option<ArcUse>>,
}

impl Drawn {
    /// Simplifies the arcs, each once. `least_km` raises the tolerance of all zones to at least that for an arc.
    pub(super) fn new(topology: &Topology, least_km: impl Fn(usize) -> f64) -> Self {
        let mut drawn = Self { arcs: Vec::new(), new: Vec::new() };
        for (number, points) in topology.arcs.iter().enumerate() {
            let arc = simplified(points, least_km(number));
            let closed = points.first() == points.last();
            let shrunk = arc.points.len() < if closed { 4 } else { 2 };
            drawn.new.push((!shrunk).then_some(drawn.arcs.len() as ArcUse));
            if !shrunk {
                drawn.arcs.push(arc);
            }
        }
        drawn
    }

    /// A use of a topology's arc as a use of the kept arc.
    fn renumbered(&self, uses: &[ArcUse]) -> Vec<ArcUse> {
        let renumber = |&one: &ArcUse| {
            let (arc, forwards) = index(one);
            self.new[arc].map(|new| if forwards { new } else { !new })
        };
        uses.iter().filter_map(renumber).collect()
    }

    /// An area of the rings that are still there.
    pub(super) fn area<'a>(&self, name: &str, rings: impl IntoIterator<Item = &'a Vec<ArcUse>>) -> Option<Area> {
        let rings = rings.into_iter().map(|ring| self.renumbered(ring)).filter(|ring| self.has_area(ring));
        let rings: Vec<_> = rings.collect();
        (!rings.is_empty()).then(|| Area { name: name.to_owned(), rings })
    }

    /// Whether a ring has at least three corners.
    fn has_area(&self, ring: &[ArcUse]) -> bool {
        ring.iter().map(|&one| self.arcs[index(one).0].points.len() - 1).sum::<usize>() >= 3
    }

    /// A line of the arcs that are still there.
    pub(super) fn line(&self, line: Line) -> Option<Line> {
        let arcs = self.renumbered(&line.arcs);
        (!arcs.is_empty()).then_some(Line { arcs, ..line })
    }

    /// Puts the arcs that are used into a basemap that uses them.
    pub(super) fn finish(self, basemap: &mut Basemap) {
        let Basemap { countries, provinces, seas, lakes, lines, .. } = basemap;
        let mut uses: Vec<&mut ArcUse> = Vec::new();
        for areas in [countries, seas, lakes, provinces] {
            uses.extend(areas.iter_mut().flat_map(|area| area.rings.iter_mut().flatten()));
        }
        uses.extend(lines.iter_mut().flat_map(|line| line.arcs.iter_mut()));
        let mut new = vec![None; self.arcs.len()];
        let mut kept = Vec::new();
        for one in uses {
            let (arc, forwards) = index(*one);
            let number = *new[arc].get_or_insert_with(|| {
                kept.push(arc);
                kept.len() as ArcUse - 1
            });
            *one = if forwards { number } else { !number };
        }
        let mut arcs: Vec<Option<Arc>> = self.arcs.into_iter().map(Some).collect();
        basemap.arcs = kept.into_iter().filter_map(|arc| arcs[arc].take()).collect();
    }
}

/// The points that matter, rounded, without repetitions.
fn simplified(points: &[Point], least_km: f64) -> Arc {
    let mut rounded: Vec<(Point, f64)> = Vec::new();
    for (&point, importance) in points.iter().zip(importance(points)) {
        let zone = zone(point);
        if importance < zone.tolerance_km().max(least_km) {
            continue;
        }
        let step = zone.rounding();
        let place = point.map(|value| (value + step / 2).div_euclid(step) * step);
        match rounded.last_mut() {
            Some((last, important)) if *last == place => *important = important.max(importance),
            _ => rounded.push((place, importance)),
        }
    }
    Arc {
        points: rounded.iter().map(|(place, _)| place.map(|value| f64::from(value) / STEPS)).collect(),
        importance: rounded.iter().map(|&(_, importance)| importance as f32).collect(),
    }
}
