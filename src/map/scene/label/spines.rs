//! Names of waters, bent along their shape.

use super::block::{Block, Candidate, Item, Placement, SPARE, Support};
use super::boxes::Scales;
use super::naming::text;
use super::{LabelKey, Lettering};
use crate::geometry::{Curve, Projection, coord};
use atlas_model::{Lang, Spine, WaterLabel};

/// How much of a spine the letters are spread over, and the widest space between them, em.
const SPREAD: f64 = 0.66;
const WIDEST: f64 = 0.55;
/// A name longer than this share of its spine does not fit the water.
const LONGEST: f64 = 1.15;

/// A water that the atlas says nothing about.
pub(super) fn ground(entry: &WaterLabel, key: &LabelKey, scales: Scales, zoom: f64) -> Option<Item> {
    let (text, lang) = text(&entry.name, key);
    let item = water(entry, text, lang, false, scales, zoom)?;
    Some(Item { priority: 10.0 * f64::from(entry.rank) + 1.5, ..item })
}

/// A name along each spine of a water.
pub(super) fn water(
    entry: &WaterLabel,
    text: &str,
    lang: Lang,
    highlighted: bool,
    scales: Scales,
    zoom: f64,
) -> Option<Item> {
    let scale = scales.middle();
    let spines: Vec<Curve> =
        entry.spines.iter().filter(|spine| zoom >= spine.from).map(|one| curve(one, scale)).collect();
    let lengths: Vec<f64> = spines.iter().map(|spine| spine.ruler().length()).collect();
    let longest = lengths.iter().copied().fold(0.0, f64::max);
    let large = entry.rank == 1 && longest > OCEAN;
    let lettering = if large { Lettering::Ocean } else { Lettering::Water };
    let block = Block::new(text, lang, lettering, 40);
    let mut positions = Vec::new();
    for (spine, length) in spines.iter().zip(&lengths) {
        if highlighted || block.width <= length * LONGEST {
            along(spine, *length, &block, scale, &mut positions);
        }
    }
    let token = lettering.letters().token;
    (!positions.is_empty()).then_some(Item {
        map_feature: None,
        block,
        lettering,
        token,
        priority: 0.0,
        positions,
        once: false,
        ground: Support::Any,
    })
}

/// Nominal px from which a great water has the largest letters.
const OCEAN: f64 = 150.0;

/// A spine in nominal px.
fn curve(spine: &Spine, scale: f64) -> Curve {
    let [from, middle, to] = spine.points.map(|(lon, lat)| {
        let place = Projection::project(lon, lat);
        coord(place.x * scale, place.y * scale)
    });
    Curve::through(from, middle, to)
}

/// Slides the name along a spine and a little to either side of it.
fn along(spine: &Curve, length: f64, block: &Block, scale: f64, positions: &mut Vec<Candidate>) {
    let middle = spine.at(0.5);
    let anchor = coord(middle.x / scale, middle.y / scale);
    let curve = spine.mapped(|point| coord(point.x - middle.x, point.y - middle.y));
    let ruler = spine.ruler();
    let wide = block.spacing_for(length * SPREAD, WIDEST);
    let spread = wide > block.spacing + 0.02;
    let spacings = [wide, (wide + block.spacing) / 2.0, block.spacing];
    // A narrow water has little room, and its name is moved in finer steps.
    let steps = if length < NARROW { 4 } else { 2 };
    let part_of = 1.0 / f64::from(steps);
    for (tightened, spacing) in spacings.into_iter().enumerate().skip(if spread { 0 } else { 2 }) {
        let width = block.width_at(spacing);
        let slide = ((length - width) / 2.0).max(length * 0.2).min(length * 0.3) * part_of;
        for (step, side) in (-steps..=steps).flat_map(|step| (-steps..=steps).map(move |side| (step, side))) {
            let (step, side) = (f64::from(step), f64::from(side));
            let half = width * SPARE / 2.0;
            let at = length / 2.0 + step * slide;
            let part = (ruler.parameter(at - half), ruler.parameter(at + half));
            let beside = side * block.height * 0.9 * part_of;
            let cost = (step.abs() + side.abs() * 0.8) * part_of + tightened as f64 * 0.7;
            let site = Placement::Along { curve, part, beside, straight: false };
            positions.push(Candidate { anchor, site, spacing, cost });
        }
    }
}

/// Nominal px below which a spine is narrow.
const NARROW: f64 = 240.0;
