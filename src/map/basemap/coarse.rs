//! The ground as seen from afar: the first level that reaches a browser, small enough to come with the page.
//!
//! It has the same arcs, areas and lines as the whole basemap, in the same order, with fewer points in each arc. So
//! the finer level takes its place arc by arc, and whatever refers to an area or arc stays true.

use super::{Arc, ArcUse, Basemap, LineKind};

/// West, south, east and north limit, in degrees, of what most pages open on.
const FRAME: [f64; 4] = [20.0, 8.0, 90.0, 63.0];
/// Points that matter less than this are left out within the frame, km: the prerendered map, which is finer, stays in
/// front until the whole basemap is there or the reader moves the map.
const IN_FRAME: f32 = 9.0;
/// The same in the margin, of which only corners are seen, and for what is not drawn from afar: limits at sea, borders
/// of provinces.
const ELSEWHERE: f32 = 36.0;
/// Islands and lakes narrower than this are left out, km.
const NARROW: f64 = 6.0;
/// Coordinates are rounded to this many ten-thousandths of a degree, about 900 m, which the format packs tightest.
const STEP: f64 = 80.0;

const KILOMETRES_PER_DEGREE: f64 = 111.2;

impl Basemap {
    /// This basemap with only what is seen from afar. Arcs of what is too small are empty.
    pub fn coarse(&self) -> Basemap {
        let seen = self.seen();
        let arcs = self.arcs.iter().zip(seen).map(|(arc, seen)| coarse(arc, seen)).collect();
        Basemap { arcs, ..self.clone() }
    }

    /// For each arc whether it is drawn from afar: as coast, shore, border or river.
    fn seen(&self) -> Vec<bool> {
        let mut seen = vec![false; self.arcs.len()];
        let waters = [&self.seas, &self.lakes].into_iter().flatten().flat_map(|area| &area.rings);
        let lines = self.lines.iter().filter(|line| line.kind != LineKind::ProvinceBorder).map(|line| &line.arcs);
        for &arc in waters.chain(lines).flatten() {
            seen[number(arc)] = true;
        }
        seen
    }
}

fn number(arc: ArcUse) -> usize {
    (if arc < 0 { !arc } else { arc }) as usize
}

fn coarse(arc: &Arc, seen: bool) -> Arc {
    let (Some(first), Some(last)) = (arc.points.first(), arc.points.last()) else { return Arc::default() };
    if first == last && extent(arc) < NARROW {
        return Arc::default();
    }
    let mut points: Vec<[f64; 2]> = Vec::new();
    for (point, importance) in arc.points.iter().zip(&arc.importance) {
        let tolerance = if seen && in_frame(*point) { IN_FRAME } else { ELSEWHERE };
        let rounded = point.map(|degrees| (degrees * 1e4 / STEP).round() * STEP / 1e4);
        if *importance >= tolerance && points.last() != Some(&rounded) {
            points.push(rounded);
        }
    }
    if points.len() < if first == last { 4 } else { 2 } {
        return Arc::default();
    }
    Arc { importance: vec![f32::INFINITY; points.len()], points }
}

fn in_frame([lon, lat]: [f64; 2]) -> bool {
    let [west, south, east, north] = FRAME;
    (west..=east).contains(&lon) && (south..=north).contains(&lat)
}

/// The longer side of the box around an arc, km.
fn extent(arc: &Arc) -> f64 {
    let [lon, lat] = [0, 1].map(|axis| {
        let values = || arc.points.iter().map(|point| point[axis]);
        values().fold(f64::NEG_INFINITY, f64::max) - values().fold(f64::INFINITY, f64::min)
    });
    let middle = arc.points.first().map_or(0.0, |point| point[1]);
    (lon * middle.to_radians().cos()).max(lat) * KILOMETRES_PER_DEGREE
}
