//! The basemap on the world plane.

use crate::basemap::{Arc, ArcUse, Area, Basemap, LineKind};
use crate::geometry::{Coord, Piece, Polyline, Projection, Rect, Ring};
use atlas_model::sort;
use std::ops::Range;

/// An area of the basemap.
#[derive(Clone, Debug)]
pub struct BaseArea {
    /// Its rings, filled by the even-odd rule.
    pub rings: Vec<Ring>,
    /// The smallest rectangle around them, km.
    pub bounds: Rect,
    /// Rough size: square kilometres of the plane.
    pub size: f64,
}

/// A line of the basemap.
#[derive(Clone, Debug)]
pub struct BaseLine {
    /// What it shows.
    pub kind: LineKind,
    /// Its course.
    pub course: Ring,
}

/// The basemap on the world plane. Rings and courses refer to a pool of lines.
#[derive(Clone, Debug, Default)]
pub struct BaseLayer {
    /// Areas in order of their references, `country:FRA`, `province:Brittany`, `sea:North Sea`.
    named: Vec<(String, BaseArea)>,
    /// All seas.
    pub seas: Vec<Ring>,
    /// All lakes.
    pub lakes: Vec<Ring>,
    /// Borders and rivers.
    pub lines: Vec<BaseLine>,
    /// Meridians and parallels, every ten degrees.
    pub graticule: Vec<Ring>,
    /// Where in the pool the arcs of the basemap are, in their order.
    pub arcs: Range<usize>,
}

impl BaseLayer {
    /// Projects a basemap, adding its lines to the pool.
    pub fn new(basemap: &Basemap, pool: &mut Vec<Polyline>) -> BaseLayer {
        let base = pool.len() as u32;
        pool.extend(basemap.arcs.iter().map(line));
        let arcs = base as usize..pool.len();
        let course = |uses: &[ArcUse]| {
            let pieces = uses
                .iter()
                .map(|&one| Piece { line: base + (if one < 0 { !one } else { one }) as u32, reversed: one < 0 });
            Ring::new(pieces.collect(), pool)
        };
        let rings = |area: &Area| -> Vec<Ring> { area.rings.iter().map(|ring| course(ring)).collect() };
        let mut named: Vec<(String, BaseArea)> = Vec::new();
        let kinds = [
            ("country", &basemap.countries),
            ("province", &basemap.provinces),
            ("sea", &basemap.seas),
            ("lake", &basemap.lakes),
        ];
        for (kind, areas) in kinds {
            for area in areas.iter().filter(|area| !area.name.is_empty()) {
                named.push(([kind, ":", &area.name].concat(), BaseArea::new(rings(area), pool)));
            }
        }
        sort(&mut named, |(one, _), (other, _)| one.cmp(other));
        named.dedup_by(|(more_of, more), (known, area)| {
            let same = more_of == known;
            if same {
                area.merge(more);
            }
            same
        });
        let lines = basemap.lines.iter().map(|line| BaseLine { kind: line.kind, course: course(&line.arcs) }).collect();
        let seas = basemap.seas.iter().flat_map(rings).collect();
        let lakes = basemap.lakes.iter().flat_map(rings).collect();
        BaseLayer { named, seas, lakes, lines, graticule: graticule(pool), arcs }
    }

    /// Measures everything again, after lines of the pool have been replaced.
    pub(super) fn measure(&mut self, pool: &[Polyline]) {
        self.named.iter_mut().for_each(|(_, area)| area.measure(pool));
        let areas = self.seas.iter_mut().chain(&mut self.lakes);
        areas.chain(self.lines.iter_mut().map(|line| &mut line.course)).for_each(|ring| ring.measure(pool));
    }

    /// The area of a name, such as `country:FRA`.
    pub fn area(&self, key: &str) -> Option<&BaseArea> {
        let at = self.named.binary_search_by(|(known, _)| known.as_str().cmp(key)).ok()?;
        self.named.get(at).map(|(_, area)| area)
    }
}

/// An arc of the basemap on the world plane.
pub(super) fn line(arc: &Arc) -> Polyline {
    let points = arc.points.iter().map(|[lon, lat]| Projection::project(*lon, *lat)).collect();
    Polyline::with_importance(points, arc.importance.clone())
}

impl BaseArea {
    /// The area of these rings.
    pub fn new(rings: Vec<Ring>, pool: &[Polyline]) -> BaseArea {
        let mut area = BaseArea { rings, bounds: Rect::EMPTY, size: 0.0 };
        area.measure(pool);
        area
    }

    /// Measures it again, after lines of the pool have been replaced.
    pub(super) fn measure(&mut self, pool: &[Polyline]) {
        self.rings.iter_mut().for_each(|ring| ring.measure(pool));
        self.bounds = self.rings.iter().fold(Rect::EMPTY, |bounds, ring| bounds.union(ring.bounds));
        self.size = self.rings.iter().map(|ring| shoelace(ring, pool).abs()).sum();
    }

    fn merge(&mut self, more: &mut BaseArea) {
        self.rings.append(&mut more.rings);
        self.bounds = self.bounds.union(more.bounds);
        self.size += more.size;
    }
}

/// Signed area of a ring.
fn shoelace(ring: &Ring, pool: &[Polyline]) -> f64 {
    ring.lines(pool)
        .map(|(line, reversed)| {
            let twice: f64 = line
                .points()
                .windows(2)
                .map(|pair| match pair {
                    [a, b] => a.x * b.y - b.x * a.y,
                    _ => 0.0,
                })
                .sum();
            if reversed { -twice / 2.0 } else { twice / 2.0 }
        })
        .sum()
}

/// Meridians and parallels every ten degrees, a vertex every degree.
fn graticule(pool: &mut Vec<Polyline>) -> Vec<Ring> {
    let meridians = (-2..=13).map(|step| {
        let lon = f64::from(step) * 10.0;
        (-14..=80).map(|lat| (lon, f64::from(lat))).collect::<Vec<_>>()
    });
    let parallels = (-1..=8).map(|step| {
        let lat = f64::from(step) * 10.0;
        (-25..=135).map(|lon| (f64::from(lon), lat)).collect::<Vec<_>>()
    });
    let lines: Vec<Vec<Coord>> = meridians
        .chain(parallels)
        .map(|line| line.into_iter().map(|(lon, lat)| Projection::project(lon, lat)).collect())
        .collect();
    lines
        .into_iter()
        .map(|points| {
            let line = pool.len() as u32;
            pool.push(Polyline::new(points));
            Ring::new(vec![Piece { line, reversed: false }], pool)
        })
        .collect()
}
