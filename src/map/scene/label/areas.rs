//! Names of states, provinces and regions: spread over the ground they name.

use super::block::{Block, Candidate, Item, Support};
use super::boxes::Scales;
use super::naming::{LONG, country, led, text};
use super::{Align, LabelKey, Lettering, spines};
use crate::geometry::{Coord, Projection, coord};
use crate::scene::{Class, MapData, MapFeature, Token};
use atlas_model::{Kind, Labels, StateLabel};

/// How much of the width of a state its letters are spread over, and the widest space between them, em.
const SPREAD: f64 = 0.38;
const WIDEST: f64 = 0.5;
/// Shares of a name's width from which ground is wide enough to carry it, and to be named beside.
const FITS: f64 = 0.9;
const SEEN: f64 = 0.4;
/// How much later a name comes that does not fit its ground: after the towns of the next rank.
const BESIDE: f64 = 10.0;
/// How far from its middle the name of a province without room may stand, at the end of a line, nominal px, and what
/// that costs.
const LEADERS: [(f64, f64); 3] = [(26.0, 3.6), (40.0, 4.0), (56.0, 4.6)];

/// A state, sea, province or region: at the places set by hand, or in its middle.
pub(super) fn area(
    names: &Labels,
    map_feature: &MapFeature,
    key: &LabelKey,
    scales: Scales,
    zoom: f64,
) -> Option<Item> {
    let (text, lang) = text(&map_feature.label, key);
    let highlighted = key.is_highlighted(&map_feature.id);
    if let Some(water) = names.water(&map_feature.id) {
        return spines::water(water, text, lang, highlighted, scales, zoom);
    }
    // Wide regions are named when they are the subject; on any other map they would only be in the way.
    if map_feature.class == Class::Wide && !highlighted {
        return None;
    }
    let entry = country(map_feature).filter(|_| map_feature.class == Class::State).and_then(|code| names.state(code));
    let lettering = match map_feature.class {
        _ if matches!(map_feature.kind, Kind::Sea | Kind::Strait) => Lettering::Water,
        Class::State if map_feature.is_party => Lettering::Party,
        Class::State => state(map_feature.rank),
        _ => Lettering::Region,
    };
    let block = Block::new(text, lang, lettering, if entry.is_some() { 40 } else { LONG });
    // A name wider than the ground it names says nothing there; a point has no ground.
    let ground = if map_feature.areas.is_empty() { f64::INFINITY } else { map_feature.bounds.width() * scales.0 };
    let led_there =
        if map_feature.class == Class::Area && lettering == Lettering::Region { map_feature.pole } else { None };
    let fits = highlighted || ground >= block.width * FITS;
    if !fits && (led_there.is_none() || ground < block.width * SEEN) {
        return None;
    }
    let places: Vec<Coord> = match entry {
        Some(entry) => places(entry, zoom),
        None => map_feature.pole.into_iter().chain(map_feature.points.iter().copied()).take(1).collect(),
    };
    let token = match lettering.letters().token {
        Token::Own => map_feature.token,
        token => token,
    };
    let room = if entry.is_some() { map_feature.bounds.width() * scales.0 } else { 0.0 };
    let mut item = spread(block, lettering, token, if fits { &places } else { &[] }, room);
    if let Some(pole) = led_there {
        item.positions.extend(led(pole, 0.0, &LEADERS, &item.block));
    }
    let priority = if fits { 0.0 } else { BESIDE };
    Some(Item { priority, ground: Support::Own, ..item })
}

/// A state that the atlas says nothing about.
pub(super) fn ground(
    map_data: &MapData,
    entry: &StateLabel,
    key: &LabelKey,
    scales: Scales,
    zoom: f64,
) -> Option<Item> {
    let (text, lang) = text(&entry.name, key);
    let lettering = state(entry.rank);
    let block = Block::new(text, lang, lettering, 40);
    let area = map_data.ground.area(&["country:", &entry.key].concat());
    let room = area.map_or(0.0, |area| area.bounds.width() * scales.0);
    if area.is_some() && room < block.width * FITS {
        return None;
    }
    let token = lettering.letters().token;
    let item = spread(block, lettering, token, &places(entry, zoom), room);
    Some(Item { priority: 10.0 * f64::from(entry.rank) + 3.5, ground: Support::State(entry.key.clone()), ..item })
}

fn state(rank: u8) -> Lettering {
    if rank <= 2 { Lettering::State } else { Lettering::SmallState }
}

fn places(entry: &StateLabel, zoom: f64) -> Vec<Coord> {
    let seen = entry.places.iter().filter(|(_, _, from)| zoom >= *from);
    seen.map(|(lon, lat, _)| Projection::project(*lon, *lat)).collect()
}

/// Small shifts about each place; all places are lettered. At the first the letters are spread over the `room` that the
/// state has, nominal px.
fn spread(block: Block, lettering: Lettering, token: Token, places: &[Coord], room: f64) -> Item {
    // Abbreviations would fall apart.
    let most = if block.lines.iter().any(|line| line.contains('.')) { 0.0 } else { WIDEST };
    let wide = block.spacing_for(room * SPREAD, most);
    let mut positions = Vec::new();
    for (at, anchor) in places.iter().enumerate() {
        let spread = at == 0 && wide > block.spacing + 0.02;
        let spacings = [wide, (wide + block.spacing) / 2.0, block.spacing];
        for (tightened, spacing) in spacings.into_iter().enumerate().skip(if spread { 0 } else { 2 }) {
            for (x, y) in (-2..=2).flat_map(|x| (-2..=2).map(move |y| (f64::from(x), f64::from(y)))) {
                let offset = coord(x * block.width * 0.3, y * block.height * 1.1);
                let cost = (x.abs() + y.abs() * 0.9) * 0.35 + tightened as f64 * 0.5;
                let position = Candidate::upright(*anchor, offset, Align::Middle, &block, cost);
                positions.push(Candidate { spacing, ..position });
            }
        }
    }
    Item { map_feature: None, block, lettering, token, priority: 0.0, positions, once: false, ground: Support::Any }
}
