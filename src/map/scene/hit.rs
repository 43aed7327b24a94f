//! What lies under a pointer, and where a pointer must go to hit something.

use super::room::Room;
use super::world::Entry;
use super::{Class, Look, MapData, Subject, Symbol};
use crate::geometry::{Camera, Coord, Rect, contains, coord, distance, distance_to_segment, maths, offset};
use atlas_model::sort;
use std::borrow::Cow;

/// Half the width of a line's own stroke, px.
const LINE_REACH: f64 = 2.0;
/// The largest radius of a symbol, px: how far beyond the slop the index is asked.
const MOST_REACH: f64 = 14.0;

/// A feature under the pointer.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Its id.
    pub id: String,
    /// Distance of the pointer from its symbol or stroke, px; 0 when it is on it or inside the area.
    pub distance_px: f64,
    /// Its class, which ranks before the distance.
    pub class: Class,
}

/// A hit with all that decides its rank: class, distance, distance from the middle, size, position.
type Ranked = (Class, f64, f64, f64, usize);

impl MapData {
    /// The features within `slop` pixels of a screen position, best first: points and lines that are hit exactly, then
    /// those that are missed by less than the slop, then areas, states and wide regions; within each the higher class
    /// (points before lines), the nearer, the smaller, the earlier in reading order.
    ///
    /// Distances are exact in pixels of this camera. On the sea only seas are hit by their area. What a crowded map does
    /// not show at this scale is not hit.
    pub fn hit(&self, camera: &Camera, x: f64, y: f64, slop: f64, look: &Look) -> Vec<Hit> {
        let mut found = self.ranked(camera, x, y, slop, look);
        sort(&mut found, compare);
        let mut hits: Vec<Hit> = Vec::with_capacity(found.len());
        for (class, distance_px, _, _, at) in found {
            let Some(subject) = self.subjects.get(at) else { continue };
            if hits.iter().all(|hit| hit.id != subject.id) {
                hits.push(Hit { id: subject.id.clone(), distance_px, class });
            }
        }
        hits
    }

    fn ranked(&self, camera: &Camera, x: f64, y: f64, slop: f64, look: &Look) -> Vec<Ranked> {
        let slop = slop.max(0.0);
        let room = Room::of(self, camera, look);
        let place = camera.to_world(coord(x, y));
        let reach = (slop + MOST_REACH) / camera.scale;
        let mut at_sea = None;
        let near = Rect { min: place, max: place }.grown(reach);
        let mut found: Vec<Ranked> = Vec::new();
        for entry in self.entries_in(&near) {
            let at = entry.subject();
            let Some(subject) = self.subjects.get(at).filter(|subject| room.has(at, subject)) else {
                continue;
            };
            let gap = match entry {
                Entry::Point(_, which) => {
                    let Some(point) = subject.points.get(which as usize) else { continue };
                    point_gap(subject, distance(*point, place) * camera.scale, slop)
                }
                Entry::Stretch(_, line, which) => {
                    let Some(stretch) = self.stretch(line, which) else { continue };
                    let points = drawn(subject, stretch.points, camera);
                    let gap = to_course(place, &points) * camera.scale;
                    Some(((gap - LINE_REACH).max(0.0), gap)).filter(|(edge, _)| *edge <= slop)
                }
                Entry::Area(_) => {
                    let at_sea = *at_sea.get_or_insert_with(|| contains(&self.ground.seas, &self.pool, place));
                    self.is_inside(subject, place, at_sea).then_some((0.0, 0.0))
                }
            };
            if let Some((edge, middle)) = gap {
                let class =
                    if matches!(entry, Entry::Area(_)) { subject.class.max(Class::Area) } else { subject.class };
                found.push((class, edge, middle, subject.size(), at));
            }
        }
        found
    }

    /// True when a place lies in an area of the subject: on the sea only for seas.
    fn is_inside(&self, subject: &Subject, place: Coord, at_sea: bool) -> bool {
        let marine = subject.areas.iter().any(|part| part.key.starts_with("sea:"));
        (marine || !at_sea) && subject.areas.iter().any(|part| contains(&part.area.rings, &self.pool, place))
    }

    /// A point of the screen at which [`MapData::hit`] without slop names this feature first and which suits the caller
    /// (no control lies over it, say); `None` when the feature is out of view, hidden, without room at this scale or
    /// covered everywhere.
    pub fn locate(
        &self,
        camera: &Camera,
        id: &str,
        look: &Look,
        suits: &dyn Fn(f64, f64) -> bool,
    ) -> Option<(f64, f64)> {
        let subject = self.subjects.get(self.position(id)?)?;
        let screen = Rect::new(1.0, 1.0, camera.width - 1.0, camera.height - 1.0);
        let answers = |point: &Coord| {
            screen.contains(*point)
                && self.hit(camera, point.x, point.y, 0.0, look).first().is_some_and(|hit| hit.id == subject.id)
                && suits(point.x, point.y)
        };
        let found = self.candidates(subject, camera, &screen).into_iter().find(answers);
        let found = found.or_else(|| self.sweep(subject, camera, &screen).find(answers));
        found.map(|point| (point.x, point.y))
    }

    /// The likeliest places of a subject on the screen.
    fn candidates(&self, subject: &Subject, camera: &Camera, screen: &Rect) -> Vec<Coord> {
        let mut places = Vec::new();
        for point in &subject.points {
            let middle = camera.to_screen(*point);
            places.push(middle);
            // Where symbols crowd, a free bit of the rim will do.
            for step in 0..48 {
                let angle = f64::from(step) * 0.785;
                let radius = subject.symbol.radius() * (0.15 + 0.17 * f64::from(step / 8));
                places.push(coord(middle.x + radius * maths::cos(angle), middle.y + radius * maths::sin(angle)));
            }
        }
        let lines = subject.lines.iter().flat_map(|course| course.lines(&self.pool));
        let view = camera.to_world_rect(screen);
        for stretch in lines.flat_map(|(line, _)| line.stretches(false)).filter(|one| one.bounds.intersects(&view)) {
            for pair in drawn(subject, stretch.points, camera).windows(2) {
                let [a, b] = pair else { continue };
                let (a, b) = (camera.to_screen(*a), camera.to_screen(*b));
                let steps = (distance(a, b) / 8.0).ceil().clamp(1.0, 200.0);
                places.extend((0..=steps as usize).map(|step| {
                    let t = step as f64 / steps;
                    coord(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t)
                }));
            }
        }
        places.extend(subject.pole.map(|pole| camera.to_screen(pole)));
        // From the middle of the screen outwards: a host's pointer should land in plain sight.
        if subject.points.is_empty() {
            let middle = screen.centre();
            sort(&mut places, |a, b| distance(*a, middle).total_cmp(&distance(*b, middle)));
        }
        places
    }

    /// A raster over the visible part of a subject's areas, coarse first.
    fn sweep(&self, subject: &Subject, camera: &Camera, screen: &Rect) -> impl Iterator<Item = Coord> {
        let (a, b) = (camera.to_screen(subject.bounds.min), camera.to_screen(subject.bounds.max));
        let left = a.x.max(screen.min.x);
        let top = a.y.max(screen.min.y);
        let (width, height) = (b.x.min(screen.max.x) - left, b.y.min(screen.max.y) - top);
        let passes: &[u32] = if subject.areas.is_empty() || width <= 0.0 || height <= 0.0 { &[] } else { &[7, 23, 61] };
        passes.iter().flat_map(move |&steps| {
            (0..steps * steps).map(move |cell| {
                let (column, row) = (f64::from(cell % steps), f64::from(cell / steps));
                let count = f64::from(steps);
                coord(left + width * (column + 0.5) / count, top + height * (row + 0.5) / count)
            })
        })
    }
}

/// Distance from the edge of a symbol and from its middle, px.
fn point_gap(subject: &Subject, middle: f64, slop: f64) -> Option<(f64, f64)> {
    // The name of a region stands for it, not the point under the name: no slop.
    let slop = if subject.symbol == Symbol::Spot { 0.0 } else { slop };
    let edge = (middle - subject.symbol.radius()).max(0.0);
    (edge <= slop).then_some((edge, middle))
}

/// A stretch where it is drawn at this scale.
fn drawn<'a>(subject: &Subject, points: &'a [Coord], camera: &Camera) -> Cow<'a, [Coord]> {
    if subject.offset == 0.0 { points.into() } else { offset(points, subject.offset / camera.scale).into() }
}

fn to_course(place: Coord, points: &[Coord]) -> f64 {
    points
        .windows(2)
        .map(|pair| match pair {
            [a, b] => distance_to_segment(place, *a, *b),
            _ => f64::INFINITY,
        })
        .fold(f64::INFINITY, f64::min)
}

/// What is under the pointer itself ranks before what is only near it.
pub fn tier(class: Class, distance_px: f64) -> u8 {
    match class {
        Class::Point | Class::Line if distance_px <= 0.0 => 0,
        Class::Point | Class::Line => 1,
        _ => 2,
    }
}

fn compare(a: &Ranked, b: &Ranked) -> std::cmp::Ordering {
    (tier(a.0, a.1).cmp(&tier(b.0, b.1)))
        .then(a.0.cmp(&b.0))
        .then(a.1.total_cmp(&b.1))
        .then(a.2.total_cmp(&b.2))
        .then(a.3.total_cmp(&b.3))
        .then(a.4.cmp(&b.4))
}
