//! Figures that add up the lengths of several features.

use super::super::problem::Rule;
use super::super::reading::Reading;
use super::super::registry::Thing;
use crate::atlas::Feature;

/// Checks that whatever a figure adds up has a length. What does not exist is reported as such.
pub(in crate::content) fn check(features: &[Feature], reading: &mut Reading) {
    for feature in features {
        for id in feature.facts.iter().flat_map(|fact| &fact.over) {
            let part = features.iter().find(|part| part.id == *id);
            let Some(at) = reading.registry.spot(Thing::Place, &feature.id) else { continue };
            if part.is_some_and(|part| part.length_km.is_none()) {
                let message = format!("A figure of feature “{}” adds up “{id}”, which has no length.", feature.id);
                reading.report_at(at, Rule::Unmeasurable, message, "Name features that are drawn as lines.");
            }
        }
    }
}
