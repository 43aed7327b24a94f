//! The reading order of the places.

use atlas_model::{Feature, Layer};

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

/// Where a feature stands in the reading order: layers as they are declared, the main subjects first in theirs.
/// Features that are equal keep the order of the files.
pub(super) fn rank(feature: &Feature) -> (Layer, usize) {
    let subject = SUBJECTS.iter().position(|subject| *subject == feature.id);
    (feature.layer, subject.unwrap_or(usize::MAX))
}
