//! Whatever is named exists, and is named once.

use super::{Rule, written};
use crate::field::Field;
use crate::form::Form;
use crate::node::Node;
use crate::reading::Reading;
use crate::registry::{Mention, Registry, Thing, Wanted};
use crate::suggest::nearest;
use atlas_model::{Article, ArticleRef, Target};

/// The id of something; whether it exists is asked when all has been read.
pub(super) fn to_id(field: Field<'_>, wanted: fn(String) -> Wanted, verb: &str, reading: &mut Reading) -> bool {
    let Some(id) = written::id(field, reading) else { return false };
    reading.mention(wanted(id.into()), verb, field.node.at);
    true
}

/// An article, a section or a group.
pub(super) fn to_article(field: Field<'_>, reading: &mut Reading) -> bool {
    let Some(article) = written::article(field, reading) else { return false };
    reading.mention(Wanted::Article(article), "names the article", field.node.at);
    true
}

/// Something that a tour stops at.
pub(super) fn to_target(field: Field<'_>, reading: &mut Reading) -> bool {
    let Some(target) = written::target(field, reading) else { return false };
    let (wanted, verb) = match target {
        Target::Place(id) => (Wanted::Place(id), "stops at the place"),
        Target::Claim(id) => (Wanted::Claim(id), "stops at the claim"),
        Target::Source(id) => (Wanted::Commentary(id), "stops at the commentary"),
        Target::Article(number) => (Wanted::Article(ArticleRef::article(number)), "stops at the article"),
    };
    reading.mention(wanted, verb, field.node.at);
    true
}

/// No item of a list is there already. Links that are tables are told apart by the first of their keys.
pub(super) fn made_once(field: Field<'_>, items: &[Node], item: Form, reading: &mut Reading) {
    let key = match item {
        Form::Table(table) => table.keys.first().map(|key| key.name),
        _ => None,
    };
    let mut seen: Vec<&str> = Vec::new();
    for node in items {
        let target = if let Some(key) = key { node.get(key) } else { Some(node) };
        let Some(target) = target.and_then(Node::as_text) else { continue };
        if seen.contains(&target) {
            let message = format!("{} names “{target}” twice.", field.called(reading));
            reading.report(node.at, Rule::RepeatedLink, message, "Remove one of the two.");
        } else {
            seen.push(target);
        }
    }
}

/// Checks every mention against what was read.
pub(crate) fn lead_somewhere(articles: &[Article], reading: &mut Reading) {
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
            Wanted::Layer(id) if registry.lacks(Thing::Layer, &id) => {
                let remedy = remedy(registry, Thing::Layer, &id, "the layer to atlas.toml");
                (Rule::DanglingLayer, id, remedy)
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
