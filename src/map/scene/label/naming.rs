//! What a name says, and which goes first.

use super::block::{Block, Candidate, Placement};
use super::key::LabelKey;
use super::types::Align;
use crate::geometry::{Coord, coord};
use crate::scene::{Class, MapFeature, Symbol};
use atlas_model::{Kind, Lang, Text};

/// Names of places longer than this are broken into two lines.
pub(super) const LONG: usize = 17;

/// Which name is placed first: the smaller.
pub(super) fn priority(map_feature: &MapFeature, key: &LabelKey) -> f64 {
    if key.selected.contains(&map_feature.id) {
        return 0.0;
    }
    if key.related.contains(&map_feature.id) {
        return 1.0 + f64::from(map_feature.rank);
    }
    let kind = match (map_feature.class, map_feature.symbol) {
        (Class::Point, Symbol::Terminus | Symbol::Capital) => 0.0,
        (Class::State, _) if map_feature.is_party => 0.5,
        (Class::Area, _) if map_feature.kind == Kind::Sea => 1.0,
        (Class::Point, _) => 2.0,
        (Class::State, _) => 3.0,
        (Class::Area, _) => 4.0,
        (Class::Line, _) => 5.0,
        (Class::Wide, _) => 9.0,
    };
    10.0 * f64::from(map_feature.rank) + kind
}

pub(super) fn text<'a>(text: &'a Text, key: &LabelKey) -> (&'a str, Lang) {
    text.in_lang(key.lang)
}

pub(super) fn country(map_feature: &MapFeature) -> Option<&str> {
    map_feature.areas.first()?.key.strip_prefix("country:")
}

/// Places at the end of a line in eight directions, which starts `from` nominal px off the anchor. For each length of
/// line, nominal px, what it costs.
pub(super) fn led(
    anchor: Coord,
    from: f64,
    lengths: &'static [(f64, f64)],
    block: &Block,
) -> impl Iterator<Item = Candidate> + use<> {
    let (height, spacing) = (block.height, block.spacing);
    let way = if block.rtl { -1.0 } else { 1.0 };
    lengths.iter().flat_map(move |(reach, cost)| {
        EIGHTHS.into_iter().map(move |(cos, sin)| {
            let end = coord(cos * reach, sin * reach);
            let (align, offset) = if cos.abs() < sin.abs() {
                (Align::Middle, coord(end.x, end.y + (height / 2.0 - 1.5).copysign(sin)))
            } else {
                (if cos > 0.0 { Align::Left } else { Align::Right }, coord(end.x + 2.0_f64.copysign(cos), end.y))
            };
            let leader = Some([coord(cos * from, sin * from), end]);
            let cost = cost + if cos * way < 0.0 { 0.3 } else { 0.0 };
            Candidate { anchor, site: Placement::Upright { offset, align, leader }, spacing, cost }
        })
    })
}

/// Eight directions, off the compass points by half a step, so that a line never runs along the text.
const EIGHTHS: [(f64, f64); 8] = {
    // The cosine and sine of an eighth of π.
    let (far, near) = (0.923_879_532_511_286_8, 0.382_683_432_365_089_8);
    [(far, near), (near, far), (-near, far), (-far, near), (-far, -near), (-near, -far), (near, -far), (far, -near)]
};
