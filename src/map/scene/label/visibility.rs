//! From which zoom features are named, and with which symbol they are drawn until then.

use super::key::{STEPS, zoom_step};
use crate::geometry::SCALE_AT_ZOOM_0;
use crate::geometry::maths::log2;
use crate::scene::{MapFeature, SizeClass, Symbol};

/// Nominal zoom from which features of a rank are named.
const FROM_ZOOM: [(u8, f64); 5] = [(5, 3.2), (4, 2.0), (3, -0.1), (2, -0.7), (1, f64::NEG_INFINITY)];

/// The largest rank that is named at a nominal zoom.
pub(in crate::scene) fn visible_rank(zoom: f64) -> u8 {
    FROM_ZOOM.iter().find(|(_, from)| zoom >= *from).map_or(1, |(rank, _)| *rank)
}

/// The symbol of a point at a nominal zoom: a dot until its rank is named.
pub(in crate::scene) fn symbol(map_feature: &MapFeature, zoom: f64, highlighted: bool) -> Symbol {
    match map_feature.symbol {
        Symbol::Spot => Symbol::Spot,
        whole if map_feature.rank <= visible_rank(zoom) || highlighted => whole,
        _ => Symbol::Dot,
    }
}

/// The nominal zoom of a step: that of a page with the same frame, half way, because small maps hold fewer names.
pub(super) fn zoom(step: i32, class: SizeClass) -> f64 {
    f64::from(step) / STEPS - log2(SCALE_AT_ZOOM_0) + log2(class.divisor()) * 0.5
}

/// The nominal zoom of a scale in nominal px per km, in whole steps.
pub(in crate::scene) fn zoom_of(scale: f64, class: SizeClass) -> f64 {
    zoom(zoom_step(scale), class)
}
