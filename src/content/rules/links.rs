//! Whatever is named exists.

use super::super::problem::Rule;
use super::super::reading::Reading;
use super::super::registry::{Mention, Registry, Thing, Wanted};
use super::super::suggest::nearest;
use atlas_model::{Article, ArticleRef, Feature};
use std::collections::BTreeMap;

/// Checks every mention against what was read.
pub(crate) fn check(articles: &[Article], reading: &mut Reading) {
    for Mention { wanted, at, phrase } in std::mem::take(&mut reading.registry.mentions) {
        let registry = &reading.registry;
        let (rule, id, remedy) = match wanted {
            Wanted::Place(id) if registry.lacks(Thing::Place, &id) => {
                let remedy = remedy(registry, Thing::Place, &id, "the place");
                (Rule::DanglingPlace, id, remedy)
            }
            Wanted::Claim(id) if registry.lacks(Thing::Claim, &id) => {
                let remedy = remedy(registry, Thing::Claim, &id, "the claim");
                (Rule::DanglingClaim, id, remedy)
            }
            Wanted::Commentary(id) if registry.lacks(Thing::Commentary, &id) => {
                let remedy = remedy(registry, Thing::Commentary, &id, "the commentary");
                (Rule::DanglingSource, id, remedy)
            }
            Wanted::Source(id) if registry.lacks(Thing::Document, &id) && registry.lacks(Thing::Commentary, &id) => {
                let remedy = remedy(registry, Thing::Document, &id, "the document to sources/");
                (Rule::DanglingSource, id, remedy)
            }
            Wanted::Article(article) => match missing_section(article, articles) {
                Some(remedy) => (Rule::DanglingArticle, article.to_string(), remedy),
                None => continue,
            },
            _ => continue,
        };
        reading.report_at(at, rule, format!("{phrase} “{id}”, which does not exist."), remedy);
    }
}

fn remedy(registry: &Registry, thing: Thing, id: &str, what: &str) -> String {
    match nearest(id, registry.ids(thing)) {
        Some(known) => format!("Write {known}, or add {what}."),
        None => format!("Correct the id, or add {what}."),
    }
}

/// What to do about a section that its article is known not to have.
///
/// An article whose sections are not known can be cited by any; a missing article is a problem of its own.
fn missing_section(reference: ArticleRef, articles: &[Article]) -> Option<String> {
    let section = reference.section?;
    let article = articles.iter().find(|article| article.number == reference.first)?;
    let known: Vec<u8> = article.sections.iter().map(|section| section.number).collect();
    if known.is_empty() || known.contains(&section) {
        return None;
    }
    let sections: Vec<String> = known.iter().map(|section| format!("{}.{section}", reference.first)).collect();
    Some(format!("Write {}, or {} for the whole article.", sections.join(", "), reference.first))
}

/// Checks that following `part_of` never leads back.
pub(crate) fn check_parts(features: &[Feature], reading: &mut Reading) {
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
