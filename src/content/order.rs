//! The reading order of the places.

use atlas_model::{Feature, Layer};

/// Where a feature stands in the reading order: layers as they are declared, in each the places that come `first` in their
/// order. Features that are equal keep the order of the files.
pub(super) fn rank(feature: &Feature, first: &[String]) -> (Layer, usize) {
    (feature.layer, first.iter().position(|id| *id == feature.id).unwrap_or(usize::MAX))
}
