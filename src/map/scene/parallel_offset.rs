//! Lines that run together are drawn side by side, not one over the other: pipelines beside railways, sea lanes beside
//! each other.

use super::MapFeature;
use crate::geometry::{Coord, Polyline, Rect, coord, distance};
use atlas_model::{Kind, sort};

/// Distance at which two lines count as following each other, km.
const NEAR: f64 = 22.0;
/// How far the pipeline is moved, px.
const ASIDE: f64 = 6.5;
/// Share of the pipeline that must follow the railway.
const SHARE: f64 = 0.4;
/// Distance between sea lanes that run together, px.
const ABREAST: f64 = 5.0;
/// More sea lanes than this are left where they are.
const MOST_LANES: usize = 40;

/// Decides for every pipeline whether, and to which side, it steps aside.
pub(super) fn step_aside(map_features: &mut [MapFeature], pool: &[Polyline]) {
    abreast(map_features, pool);
    let Some(reach) = reach(map_features) else { return };
    let rails = map_features.iter().filter(|one| matches!(one.kind, Kind::Railway | Kind::Route));
    let near = rails.filter(|one| extent(one).intersects(&reach));
    let mut rails: Vec<Coord> = near.flat_map(|one| samples(one, pool)).collect();
    sort(&mut rails, |one, other| one.x.total_cmp(&other.x));
    let nearest = |place: Coord| {
        let from = rails.partition_point(|rail| rail.x < place.x - NEAR);
        let around = rails.get(from..).unwrap_or_default().iter().take_while(|rail| rail.x < place.x + NEAR);
        around.min_by(|one, other| distance(**one, place).total_cmp(&distance(**other, place))).copied()
    };
    for map_feature in map_features.iter_mut().filter(|one| one.kind == Kind::Pipeline) {
        let own = samples(map_feature, pool);
        let mut near = 0_usize;
        let mut right = 0.0;
        for pair in own.windows(2) {
            let [a, b] = pair else { continue };
            let along = coord(b.x - a.x, b.y - a.y);
            let Some(rail) = nearest(*a).filter(|rail| distance(*rail, *a) < NEAR) else { continue };
            near += 1;
            // Positive when the railway lies to the right.
            right += along.x * (rail.y - a.y) - along.y * (rail.x - a.x);
        }
        if own.len() > 1 && near as f64 > SHARE * (own.len() - 1) as f64 {
            map_feature.offset = if right > 0.0 { -ASIDE } else { ASIDE };
        }
    }
}

/// Sea lanes that meet on the way are fanned out, in the order in which they end from left to right.
fn abreast(map_features: &mut [MapFeature], pool: &[Polyline]) {
    let lanes = map_features.iter().enumerate().filter(|(_, one)| one.kind == Kind::SeaLane).take(MOST_LANES);
    let courses: Vec<(usize, Vec<Coord>)> = lanes.map(|(at, one)| (at, samples(one, pool))).collect();
    let meet = |a: &[Coord], b: &[Coord]| a.iter().any(|one| b.iter().any(|other| distance(*one, *other) < NEAR));
    for (at, own) in &courses {
        let end = |course: &[Coord]| course.last().map_or(0.0, |last| last.x);
        let others = courses.iter().filter(|(other, course)| other != at && meet(own, course));
        let (left, all) = others.fold((0.0, 0.0), |(left, all), (_, course)| {
            (if end(course) < end(own) { left + 1.0 } else { left }, all + 1.0)
        });
        if let Some(map_feature) = map_features.get_mut(*at) {
            // A lane that leads down the map has the left of the map on its right.
            map_feature.offset = (all / 2.0 - left) * ABREAST;
        }
    }
}

/// The smallest rectangle around all pipelines and what is near them; `None` when there are none.
fn reach(map_features: &[MapFeature]) -> Option<Rect> {
    let pipelines = map_features.iter().filter(|one| one.kind == Kind::Pipeline);
    let bounds = pipelines.fold(Rect::EMPTY, |bounds, one| bounds.union(extent(one)));
    (!bounds.is_empty()).then(|| bounds.grown(NEAR))
}

/// The smallest rectangle around the courses of a feature.
fn extent(map_feature: &MapFeature) -> Rect {
    map_feature.lines.iter().fold(Rect::EMPTY, |bounds, line| bounds.union(line.bounds))
}

/// Places along the courses of a feature, about every ten kilometres.
fn samples(map_feature: &MapFeature, pool: &[Polyline]) -> Vec<Coord> {
    let mut places = Vec::new();
    for (line, _) in map_feature.lines.iter().flat_map(|course| course.lines(pool)) {
        for pair in line.points().windows(2) {
            let [a, b] = pair else { continue };
            let steps = (distance(*a, *b) / 10.0).ceil().clamp(1.0, 500.0);
            places.extend((0..steps as usize).map(|step| {
                let t = step as f64 / steps;
                coord(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t)
            }));
        }
    }
    places
}
