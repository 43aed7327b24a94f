//! Packing the basemap, at import.

use super::format::{MAGIC, UNITS, UNITS_PER_DEGREE, VERSION, level};
use super::{Arc, ArcUse, Area, Basemap, LineKind};
use serde::Serialize;

impl Basemap {
    /// Packs this basemap as one part that [`Basemap::decode`] reads.
    ///
    /// Coordinates are rounded to a ten-thousandth of a degree and importances to one of twelve steps.
    /// An arc all of whose coordinates are multiples of 0.001, 0.002 or 0.004 degrees is packed tighter.
    ///
    /// # Panics
    ///
    /// When an arc has a single point or not as many importances as points. An arc without any is one that is left out.
    pub fn encode(&self) -> Vec<u8> {
        let mut body = Vec::new();
        arcs(&mut body, &self.arcs);
        for list in [&self.countries, &self.provinces, &self.seas, &self.lakes] {
            areas(&mut body, list);
        }
        number(&mut body, self.lines.len() as u64);
        for line in &self.lines {
            body.push(match line.kind {
                LineKind::Border => 0,
                LineKind::DisputedBorder => 1,
                LineKind::ProvinceBorder => 2,
                LineKind::River => 3,
            });
            name(&mut body, &line.name);
            uses(&mut body, &line.arcs);
        }
        let length = u32::try_from(body.len()).expect("a basemap is smaller than four gigabytes");
        [MAGIC, &[VERSION], &length.to_le_bytes(), &body].concat()
    }
}

fn arcs(out: &mut Vec<u8>, arcs: &[Arc]) {
    let rounded: Vec<Vec<[i64; 2]>> = arcs
        .iter()
        .map(|arc| arc.points.iter().map(|point| point.map(|v| (v * UNITS_PER_DEGREE as f64).round() as i64)).collect())
        .collect();
    let fits = |points: &[[i64; 2]], unit: i64| points.iter().flatten().all(|value| value % unit == 0);
    let coarsest = |points: &Vec<_>| (0..UNITS.len()).rev().find(|&unit| fits(points, UNITS[unit])).unwrap_or(0);
    let units: Vec<usize> = rounded.iter().map(coarsest).collect();
    number(out, arcs.len() as u64);
    for ((arc, points), &unit) in arcs.iter().zip(&rounded).zip(&units) {
        assert!(points.len() != 1 && points.len() == arc.importance.len(), "an arc has its ends and their importance");
        number(out, (points.len() as u64) << 2 | unit as u64);
    }
    for axis in 0..2 {
        let (mut before, mut high) = (0, Vec::new());
        for (points, &unit) in rounded.iter().zip(&units) {
            for (index, point) in points.iter().enumerate() {
                let step = point[axis] - before;
                let step = zigzag(if index == 0 { step } else { step / UNITS[unit] });
                out.push(step as u8);
                number(&mut high, step >> 8);
                before = point[axis];
            }
        }
        out.extend(high);
    }
    for arc in arcs {
        let inner = arc.importance.get(1..arc.importance.len().saturating_sub(1)).unwrap_or_default();
        out.extend(inner.iter().map(|&kilometres| level(kilometres)));
    }
}

fn areas(out: &mut Vec<u8>, areas: &[Area]) {
    number(out, areas.len() as u64);
    for area in areas {
        name(out, &area.name);
        number(out, area.rings.len() as u64);
        for ring in &area.rings {
            uses(out, ring);
        }
    }
}

fn uses(out: &mut Vec<u8>, arcs: &[ArcUse]) {
    number(out, arcs.len() as u64);
    let mut before = 0;
    for &arc in arcs {
        number(out, i64::from(arc) - before);
        before = i64::from(arc);
    }
}

fn name(out: &mut Vec<u8>, name: &str) {
    number(out, name.len() as u64);
    out.extend(name.as_bytes());
}

/// A varint, of a signed number by its zigzag, as postcard writes them.
fn number(out: &mut Vec<u8>, value: impl Serialize) {
    out.extend(postcard::to_allocvec(&value).expect("memory holds whatever is written"));
}

/// 0, −1, 1, −2, … as 0, 1, 2, 3, …
fn zigzag(value: i64) -> u64 {
    ((value << 1) ^ (value >> 63)) as u64
}
