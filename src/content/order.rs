//! The reading order of the places.

use atlas_model::{Feature, Profile};

/// Where a feature stands in the reading order: layers as they are declared, in each the places that come `first` in their
/// order. Features that are equal keep the order of the files.
pub(super) fn rank(feature: &Feature, profile: &Profile) -> (usize, usize) {
    let place = |found: Option<usize>| found.unwrap_or(usize::MAX);
    let layer = profile.layer_ids().position(|layer| layer == feature.layer);
    (place(layer), place(profile.first.iter().position(|id| *id == feature.id)))
}
