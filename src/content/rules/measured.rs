//! Figures that are measured by more than the geometry of their own feature.

use super::Rule;
use crate::reading::Reading;
use crate::registry::Thing;
use atlas_model::{Fact, Feature, Measure};

/// Checks that what such a figure asks for has an answer. Places that do not exist are reported as such.
pub(crate) fn answered(features: &[Feature], reading: &mut Reading) {
    let find = |id: &String| features.iter().find(|feature| feature.id == *id);
    for feature in features {
        let Some(at) = reading.registry.spot(Thing::Place, &feature.id) else { continue };
        for id in feature.facts.iter().flat_map(|fact| &fact.over) {
            if find(id).is_some_and(|part| part.length_km.is_none()) {
                let message = format!("A figure of feature “{}” adds up “{id}”, which has no length.", feature.id);
                reading.report_at(at, Rule::Unmeasurable, message, "Name features that are drawn as lines.");
            }
        }
        for fact in feature.facts.iter().filter(|fact| fact.measured.is_none()) {
            let known = |ids: &[&String]| ids.iter().all(|id| find(id).is_some());
            let Some((asks, remedy)) = unanswered(fact).filter(|_| known(&places(fact))) else { continue };
            let message = format!("A figure of feature “{}” asks for {asks}, but the map has none.", feature.id);
            reading.report_at(at, Rule::Unmeasurable, message, remedy);
        }
    }
}

fn places(fact: &Fact) -> Vec<&String> {
    fact.within.iter().chain(&fact.between).chain(&fact.with).chain(&fact.from).collect()
}

/// What a figure without an answer asks for, and what to do.
fn unanswered(fact: &Fact) -> Option<(String, &'static str)> {
    match fact.measure? {
        Measure::Length => {}
        Measure::Area => return None,
        Measure::Border => {
            let remedy = "Name a neighbouring state or province; both need one area on the basemap.";
            return Some((format!("the border with “{}”", fact.with.as_ref()?), remedy));
        }
        Measure::Distance => {
            let remedy = "Name a place that is drawn as a point; the feature itself must be one too.";
            return Some((format!("the distance from “{}”", fact.from.as_ref()?), remedy));
        }
    }
    if let Some(state) = &fact.within {
        let remedy = "Name a state that the line crosses and whose area is on the basemap.";
        return Some((format!("the length within “{state}”"), remedy));
    }
    let [from, to] = fact.between.as_slice() else { return None };
    let remedy = "Name two places that one piece of the line passes within 15 km.";
    Some((format!("the length between “{from}” and “{to}”"), remedy))
}
