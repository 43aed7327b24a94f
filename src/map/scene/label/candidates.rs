//! The names that want a place.

use super::block::{Block, Candidate, Item, Support};
use super::boxes::Scales;
use super::naming::{LONG, country, led, priority, text};
use super::{Align, LabelKey, Lettering, areas, courses, spines};
use crate::geometry::{Projection, Rect, coord};
use crate::scene::{Class, MapData, MapFeature, SizeClass, Symbol};
use atlas_model::{RiverLabel, StateLabel, WaterLabel};

/// Gap between a symbol and its name, nominal px.
const GAP: f64 = 3.0;
/// How far from the symbol a name may stand at the end of a line, nominal px, and what that costs. Small maps are too
/// crowded for lines.
const LEADERS: [(f64, f64); 2] = [(18.0, 4.6), (30.0, 5.4)];

/// The names of a feature for a step of zoom; `zoom` is nominal.
pub(super) fn of_feature(map_data: &MapData, at: usize, key: &LabelKey, scales: Scales, zoom: f64) -> Vec<Item> {
    let Some(map_feature) = map_data.map_features.get(at) else { return Vec::new() };
    let mut items: Vec<Item> = match map_feature.class {
        Class::Point => point(map_feature, key, zoom).into_iter().collect(),
        Class::Line => courses::line(map_data, map_feature, key, scales).into_iter().collect(),
        Class::Area | Class::State | Class::Wide => {
            areas::area(&map_data.profile.labels, map_feature, key, scales, zoom).into_iter().collect()
        }
    };
    let priority = priority(map_feature, key);
    for item in &mut items {
        item.map_feature = Some(at);
        item.priority += priority;
    }
    items
}

/// The names of the ground in an area (km) or everywhere for a step of zoom; `zoom` is nominal.
pub(super) fn of_ground(
    map_data: &MapData,
    key: &LabelKey,
    scales: Scales,
    zoom: f64,
    within: Option<&Rect>,
) -> Vec<Item> {
    let seen = |rank: u8| rank <= super::visible_rank(zoom);
    let names = &map_data.profile.labels;
    let mut items = Vec::new();
    let near = |lon: f64, lat: f64| within.is_none_or(|area| area.contains(Projection::project(lon, lat)));
    let known = |code: &str| map_data.states().any(|state| country(state) == Some(code));
    let here = |entry: &&StateLabel| entry.places.iter().any(|(lon, lat, _)| near(*lon, *lat));
    for entry in names.states.iter().filter(|entry| seen(entry.rank)).filter(here).filter(|entry| !known(&entry.key)) {
        items.extend(areas::ground(map_data, entry, key, scales, zoom));
    }
    let here = |entry: &&WaterLabel| entry.spines.iter().any(|spine| near(spine.points[1].0, spine.points[1].1));
    let waters = names.waters.iter().filter(|entry| seen(entry.rank)).filter(here);
    for entry in waters.filter(|entry| map_data.position(&entry.key).is_none()) {
        items.extend(spines::ground(entry, key, scales, zoom));
    }
    let here = |entry: &&RiverLabel| entry.places.iter().any(|(lon, lat)| near(*lon, *lat));
    for entry in names.rivers.iter().filter(|entry| zoom >= entry.from).filter(here) {
        items.extend(courses::river(map_data, entry, key, scales));
    }
    items
}

/// The eight places about a point, the right-hand one first (the left-hand one for joined scripts); in a crowd
/// farther off, at the end of a line.
fn point(map_feature: &MapFeature, key: &LabelKey, zoom: f64) -> Option<Item> {
    let anchor = *map_feature.points.first()?;
    let symbol = super::visibility::symbol(map_feature, zoom, key.is_highlighted(&map_feature.id));
    let lettering = match map_feature.symbol {
        Symbol::Capital | Symbol::Terminus => Lettering::Capital,
        _ if map_feature.rank <= 2 || key.selected.contains(&map_feature.id) => Lettering::Town,
        _ => Lettering::Place,
    };
    let (text, lang) = text(&map_feature.label, key);
    let block = Block::new(text, lang, lettering, LONG);
    let reach = symbol.radius() + GAP;
    let near = symbol.radius() * 0.7 + 1.5;
    let rise = near + block.height / 2.0 - 2.0;
    let above = symbol.radius() + block.height / 2.0;
    let (fore, aft, way) = if block.rtl { (Align::Right, Align::Left, -1.0) } else { (Align::Left, Align::Right, 1.0) };
    let beside = [
        (reach * way, 0.0, fore, 0.0),
        (near * way, -rise, fore, 0.8),
        (near * way, rise, fore, 1.0),
        (-reach * way, 0.0, aft, 1.2),
        (-near * way, -rise, aft, 2.0),
        (-near * way, rise, aft, 2.2),
        (0.0, -above, Align::Middle, 2.4),
        (0.0, above, Align::Middle, 2.6),
    ];
    let upright = |(x, y, align, cost)| Candidate::upright(anchor, coord(x, y), align, &block, cost);
    let mut positions = Vec::with_capacity(3 * beside.len());
    positions.extend(beside.into_iter().map(upright));
    if map_feature.symbol != Symbol::Spot && key.class >= SizeClass::Medium {
        positions.extend(led(anchor, symbol.radius() + 1.0, &LEADERS, &block));
    }
    let token = lettering.letters().token;
    Some(Item {
        map_feature: None,
        block,
        lettering,
        token,
        priority: 0.0,
        positions,
        once: true,
        ground: Support::Any,
    })
}
