//! Ids are given once; those of claims begin with that of their commentary.

use super::{Rule, numbers, written};
use crate::field::Field;
use crate::node::Node;
use crate::reading::Reading;
use crate::registry::Thing;

/// An id is well written and not given yet.
pub(super) fn give(field: Field<'_>, thing: Thing, reading: &mut Reading) -> bool {
    let Some(id) = written::id(field, reading) else { return false };
    once(thing, id, field.node.at, reading);
    true
}

/// The number of an article exists in the treaty and is not given yet.
pub(super) fn article(field: Field<'_>, reading: &mut Reading) -> bool {
    let last = reading.vocabulary.articles.unwrap_or(u8::MAX);
    if !numbers::whole(field, 0, last.into(), reading) {
        return false;
    }
    if let Some(number) = field.node.as_number() {
        once(Thing::Article, &number.to_string(), field.node.at, reading);
    }
    true
}

fn once(thing: Thing, id: &str, at: usize, reading: &mut Reading) {
    let at = reading.spot(at);
    if let Some(first) = reading.registry.give(thing, id, at) {
        let (file, line, column) = reading.files.locate(first);
        let message = format!("The id of {} is given already, at {file}:{line}:{column}.", reading.subject);
        reading.report_at(at, Rule::DuplicateId, message, "Give one of the two another, or remove it.");
    }
}

/// The sections of an article have different numbers.
pub(crate) fn sections(article: Field<'_>, reading: &mut Reading) {
    let sections = article.node.get("section").and_then(Node::as_list).unwrap_or_default();
    let mut seen: Vec<f64> = Vec::new();
    for section in sections.iter().filter_map(|section| section.get("number")) {
        let Some(number) = section.as_number() else { continue };
        if seen.contains(&number) {
            let message = format!("{} has a section {number} already.", reading.subject);
            reading.report(section.at, Rule::DuplicateId, message, "Remove one of the two, or correct its number.");
        }
        seen.push(number);
    }
}

/// The claims in the file of a commentary are its own.
pub(crate) fn claims_of_commentary(file: Field<'_>, reading: &mut Reading) {
    let Some(commentary) = file.node.get("source").and_then(|source| source.get("id")?.as_text()) else { return };
    let claims = file.node.get("claim").and_then(Node::as_list).unwrap_or_default();
    for node in claims.iter().filter_map(|claim| claim.get("id")) {
        let Some(id) = node.as_text() else { continue };
        if !id.strip_prefix(commentary).is_some_and(|rest| rest.starts_with('-')) {
            let message = format!("claim “{id}” stands in the file of the commentary “{commentary}”.");
            let remedy = format!("Begin its id with {commentary}-, or move it to the file of its commentary.");
            reading.report(node.at, Rule::ForeignClaim, message, remedy);
        }
    }
}
