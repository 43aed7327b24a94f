//! Nothing is a part of itself, and no claim disputes itself.

use super::Rule;
use crate::field::Field;
use crate::node::Node;
use crate::reading::Reading;
use crate::registry::Thing;
use atlas_model::Feature;
use std::collections::BTreeMap;

/// A claim disputes others.
pub(crate) fn own_dispute(claim: Field<'_>, reading: &mut Reading) {
    let Some(id) = claim.node.get("id").and_then(Node::as_text) else { return };
    let disputes = claim.node.get("disputes").and_then(Node::as_list).unwrap_or_default();
    for node in disputes.iter().filter(|node| node.as_text() == Some(id)) {
        let message = format!("{} disputes itself.", reading.subject);
        reading.report(node.at, Rule::Circular, message, "Remove it, or name the claim that says otherwise.");
        reading.unsound.mark(node);
    }
}

/// Following `part_of` never leads back.
pub(crate) fn parts(features: &[Feature], reading: &mut Reading) {
    let whole_of: BTreeMap<&str, &str> =
        features.iter().filter_map(|feature| Some((feature.id.as_str(), feature.part_of.as_deref()?))).collect();
    // Each feature is passed once; a walk that comes back to itself has found a circle.
    let mut passed: BTreeMap<&str, usize> = BTreeMap::new();
    for (walk, feature) in features.iter().enumerate() {
        let mut at = feature.id.as_str();
        while !passed.contains_key(at) {
            passed.insert(at, walk);
            let Some(whole) = whole_of.get(at) else { break };
            at = whole;
        }
        if passed.get(at) != Some(&walk) || !whole_of.contains_key(at) {
            continue;
        }
        let circle = std::iter::successors(Some(at), |id| whole_of.get(id).copied().filter(|whole| *whole != at));
        for id in circle {
            let Some(spot) = reading.registry.spot(Thing::Place, id) else { continue };
            let message = format!("feature “{id}” is, by way of “part_of”, a part of itself.");
            reading.report_at(spot, Rule::Circular, message, "Remove one “part_of” of the circle.");
        }
    }
}
