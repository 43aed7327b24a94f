//! The reading order of the places.

use crate::atlas::{Feature, Layer};

/// Layers, most important first.
const LAYERS: [Layer; 8] = [
    Layer::Corridor,
    Layer::Energy,
    Layer::Syunik,
    Layer::Caspian,
    Layer::Security,
    Layer::Cities,
    Layer::Regions,
    Layer::States,
];

/// The main subjects, which come first in their layer.
const SUBJECTS: [&str; 8] = [
    "instc",
    "rasht-astara-railway",
    "russia-iran-gas-pipeline",
    "zangezur-corridor-tripp",
    "syunik",
    "nakhchivan",
    "armenia-iran-border",
    "caspian-sea",
];

/// Where a feature stands in the reading order; features that are equal keep the order of the files.
pub(super) fn rank(feature: &Feature) -> (usize, usize) {
    let position = |index: Option<usize>| index.unwrap_or(usize::MAX);
    (
        position(LAYERS.iter().position(|layer| *layer == feature.layer)),
        position(SUBJECTS.iter().position(|subject| *subject == feature.id)),
    )
}
