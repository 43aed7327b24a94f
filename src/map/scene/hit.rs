//! What lies under a pointer, and where a pointer must go to hit something.

use super::map_data::IndexEntry;
use super::visibility_filter::VisibilityFilter;
use super::{Class, MapData, MapFeature, MapStyle, Symbol};
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

/// The features within `slop` pixels of a screen position, best first: points and lines that are hit exactly, then
/// those that are missed by less than the slop, then areas, states and wide regions; within each the higher class
/// (points before lines), the nearer, the smaller, the earlier in reading order.
///
/// Distances are exact in pixels of this camera. On the sea only seas are hit by their area. What a crowded map does
/// not show at this scale is not hit.
pub fn hit(map_data: &MapData, camera: &Camera, x: f64, y: f64, slop: f64, map_style: &MapStyle) -> Vec<Hit> {
    let mut found = ranked(map_data, camera, x, y, slop, map_style);
    sort(&mut found, compare);
    let mut hits: Vec<Hit> = Vec::with_capacity(found.len());
    for (class, distance_px, _, _, at) in found {
        let Some(map_feature) = map_data.map_features.get(at) else { continue };
        if hits.iter().all(|hit| hit.id != map_feature.id) {
            hits.push(Hit { id: map_feature.id.clone(), distance_px, class });
        }
    }
    hits
}

fn ranked(map_data: &MapData, camera: &Camera, x: f64, y: f64, slop: f64, map_style: &MapStyle) -> Vec<Ranked> {
    let slop = slop.max(0.0);
    let filter = VisibilityFilter::of(map_data, camera, map_style);
    let place = camera.to_world(coord(x, y));
    let reach = (slop + MOST_REACH) / camera.scale;
    let mut at_sea = None;
    let near = Rect { min: place, max: place }.grown(reach);
    let mut found: Vec<Ranked> = Vec::new();
    for entry in map_data.entries_in(&near) {
        let at = entry.map_feature();
        let Some(map_feature) = map_data.map_features.get(at).filter(|map_feature| filter.has(at, map_feature)) else {
            continue;
        };
        let gap = match entry {
            IndexEntry::Point(_, which) => {
                let Some(point) = map_feature.points.get(which as usize) else { continue };
                point_gap(map_feature, distance(*point, place) * camera.scale, slop)
            }
            IndexEntry::Stretch(_, line, which) => {
                let Some(stretch) = map_data.stretch(line, which) else { continue };
                let points = drawn(map_feature, stretch.points, camera);
                let gap = to_course(place, &points) * camera.scale;
                Some(((gap - LINE_REACH).max(0.0), gap)).filter(|(edge, _)| *edge <= slop)
            }
            IndexEntry::Area(_) => {
                let at_sea = *at_sea.get_or_insert_with(|| contains(&map_data.ground.seas, &map_data.pool, place));
                is_inside(map_data, map_feature, place, at_sea).then_some((0.0, 0.0))
            }
        };
        if let Some((edge, middle)) = gap {
            let class = if matches!(entry, IndexEntry::Area(_)) {
                map_feature.class.max(Class::Area)
            } else {
                map_feature.class
            };
            found.push((class, edge, middle, map_feature.size(), at));
        }
    }
    found
}

/// True when a place lies in an area of the feature: on the sea only for seas.
fn is_inside(map_data: &MapData, map_feature: &MapFeature, place: Coord, at_sea: bool) -> bool {
    let marine = map_feature.areas.iter().any(|part| part.key.starts_with("sea:"));
    (marine || !at_sea) && map_feature.areas.iter().any(|part| contains(&part.area.rings, &map_data.pool, place))
}

/// A point of the screen at which [`hit`] without slop names this feature first and which suits the caller
/// (no control lies over it, say); `None` when the feature is out of view, hidden, without room at this scale or
/// covered everywhere.
pub fn locate(
    map_data: &MapData,
    camera: &Camera,
    id: &str,
    map_style: &MapStyle,
    suits: &dyn Fn(f64, f64) -> bool,
) -> Option<(f64, f64)> {
    let map_feature = map_data.map_features.get(map_data.position(id)?)?;
    let screen = Rect::new(1.0, 1.0, camera.width - 1.0, camera.height - 1.0);
    let answers = |point: &Coord| {
        screen.contains(*point)
            && hit(map_data, camera, point.x, point.y, 0.0, map_style)
                .first()
                .is_some_and(|hit| hit.id == map_feature.id)
            && suits(point.x, point.y)
    };
    let found = candidates(map_data, map_feature, camera, &screen).into_iter().find(answers);
    let found = found.or_else(|| sweep(map_feature, camera, &screen).find(answers));
    found.map(|point| (point.x, point.y))
}

/// The likeliest places of a feature on the screen.
fn candidates(map_data: &MapData, map_feature: &MapFeature, camera: &Camera, screen: &Rect) -> Vec<Coord> {
    let mut places = Vec::new();
    for point in &map_feature.points {
        let middle = camera.to_screen(*point);
        places.push(middle);
        // Where symbols crowd, a free bit of the rim will do.
        for step in 0..48 {
            let angle = f64::from(step) * 0.785;
            let radius = map_feature.symbol.radius() * (0.15 + 0.17 * f64::from(step / 8));
            places.push(coord(middle.x + radius * maths::cos(angle), middle.y + radius * maths::sin(angle)));
        }
    }
    let lines = map_feature.lines.iter().flat_map(|course| course.lines(&map_data.pool));
    let view = camera.to_world_rect(screen);
    for stretch in lines.flat_map(|(line, _)| line.stretches(false)).filter(|one| one.bounds.intersects(&view)) {
        for pair in drawn(map_feature, stretch.points, camera).windows(2) {
            let [a, b] = pair else { continue };
            let (a, b) = (camera.to_screen(*a), camera.to_screen(*b));
            let steps = (distance(a, b) / 8.0).ceil().clamp(1.0, 200.0);
            places.extend((0..=steps as usize).map(|step| {
                let t = step as f64 / steps;
                coord(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t)
            }));
        }
    }
    places.extend(map_feature.pole.map(|pole| camera.to_screen(pole)));
    // From the middle of the screen outwards: a host's pointer should land in plain sight.
    if map_feature.points.is_empty() {
        let middle = screen.centre();
        sort(&mut places, |a, b| distance(*a, middle).total_cmp(&distance(*b, middle)));
    }
    places
}

/// A raster over the visible part of a feature's areas, coarse first.
fn sweep(map_feature: &MapFeature, camera: &Camera, screen: &Rect) -> impl Iterator<Item = Coord> {
    let (a, b) = (camera.to_screen(map_feature.bounds.min), camera.to_screen(map_feature.bounds.max));
    let left = a.x.max(screen.min.x);
    let top = a.y.max(screen.min.y);
    let (width, height) = (b.x.min(screen.max.x) - left, b.y.min(screen.max.y) - top);
    let passes: &[u32] = if map_feature.areas.is_empty() || width <= 0.0 || height <= 0.0 { &[] } else { &[7, 23, 61] };
    passes.iter().flat_map(move |&steps| {
        (0..steps * steps).map(move |cell| {
            let (column, row) = (f64::from(cell % steps), f64::from(cell / steps));
            let count = f64::from(steps);
            coord(left + width * (column + 0.5) / count, top + height * (row + 0.5) / count)
        })
    })
}

/// Distance from the edge of a symbol and from its middle, px.
fn point_gap(map_feature: &MapFeature, middle: f64, slop: f64) -> Option<(f64, f64)> {
    // The name of a region stands for it, not the point under the name: no slop.
    let slop = if map_feature.symbol == Symbol::Spot { 0.0 } else { slop };
    let edge = (middle - map_feature.symbol.radius()).max(0.0);
    (edge <= slop).then_some((edge, middle))
}

/// A stretch where it is drawn at this scale.
fn drawn<'a>(map_feature: &MapFeature, points: &'a [Coord], camera: &Camera) -> Cow<'a, [Coord]> {
    if map_feature.offset == 0.0 { points.into() } else { offset(points, map_feature.offset / camera.scale).into() }
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
