//! Reading `commentary/*.toml`: a commentary and its claims.

use super::super::node::Node;
use super::super::problem::Rule;
use super::super::reading::Reading;
use super::super::registry::{Thing, Wanted};
use super::super::rules::paragraphs::{Part, check_paragraphs};
use super::super::table::{Field, Table};
use super::forms::{day, paragraphs};
use super::statement::{article_link, no_repeats, place, statement, text};
use super::words::{choice, filled, language, slug, string, url, whole};
use super::{element, whole_file};
use atlas_model::{Claim, Commentary, Silence};

/// Reads a commentary; its claims in the order of their paragraphs.
pub(crate) fn commentary(node: &Node, reading: &mut Reading) -> Option<(Option<Commentary>, Vec<Claim>)> {
    let mut file = whole_file(node, reading)?;
    let mut parts = Vec::new();
    let source = file.demand("source", reading);
    let about = source.and_then(|field| source_table(field, &mut parts, reading));
    let id = source.and_then(|field| field.node.get("id")).and_then(Node::as_text).unwrap_or_default();
    reading.subject = "the file".into();
    let mut claims = file.each("claim", reading, |field, reading| claim(field, id, &mut parts, reading));
    reading.subject = "the file".into();
    file.close(reading);
    if let (Some(about), Some(source)) = (&about, source) {
        reading.subject = format!("commentary “{id}”");
        check_paragraphs(about.paragraphs, source.node, &parts, reading);
    }
    claims.sort_by_key(|(first, _)| *first);
    Some((about, claims.into_iter().map(|(_, claim)| claim).collect()))
}

fn source_table(field: Field<'_>, parts: &mut Vec<Part>, reading: &mut Reading) -> Option<Commentary> {
    let mut table = element("commentary", field.node, reading)?;
    let id = table.need("id", reading, |field, reading| {
        let id = slug(field, reading)?;
        reading.give(Thing::Commentary, &id, field.node.at);
        Some(id)
    });
    let author = table.need("author", reading, string);
    let outlet = table.need("outlet", reading, string);
    let title = table.need("title", reading, string);
    let date = table.want("date", reading, day);
    let date_note = table.want("date_note", reading, text);
    let url = table.want("url", reading, url);
    let language = table.need("language", reading, language);
    let short = table.need("short", reading, text);
    let about = table.need("about", reading, statement);
    let count = table.need("paragraphs", reading, |field, reading| whole(field, 1, 9999, reading));
    let silent = table.each("silent", reading, |field, reading| silence(field, parts, reading));
    table.close(reading);
    Some(Commentary {
        id: id?,
        author: author?,
        outlet: outlet?,
        title: title?,
        date,
        date_note,
        url,
        language: language?,
        short: short?,
        about: about?,
        paragraphs: count?,
        silent,
    })
}

fn silence(field: Field<'_>, parts: &mut Vec<Part>, reading: &mut Reading) -> Option<Silence> {
    let mut table = Table::open(field, reading)?;
    let range = table.need("paragraphs", reading, |field, reading| {
        let range = paragraphs(field, reading)?;
        parts.push(Part { paragraphs: range.clone(), claim: None, at: field.node.at });
        field.node.as_text()
    });
    let reason = table.need("reason", reading, text);
    table.close(reading);
    Some(Silence { paragraphs: range?.to_string(), reason: reason? })
}

/// A claim, after the first paragraph that it is about.
fn claim(field: Field<'_>, commentary: &str, parts: &mut Vec<Part>, reading: &mut Reading) -> Option<(u16, Claim)> {
    let mut table = element("claim", field.node, reading)?;
    let id = table.need("id", reading, |field, reading| claim_id(field, commentary, reading));
    let mut first = 0;
    let paragraph = table.need("paragraph", reading, |field, reading| {
        let range = paragraphs(field, reading)?;
        first = *range.0.start();
        parts.push(Part { paragraphs: range, claim: id.clone(), at: field.node.at });
        field.node.as_text().map(str::to_string)
    });
    let text_ = table.need("text", reading, text);
    let stance = table.need("stance", reading, choice);
    let toward = table.want("toward", reading, text);
    let figures = table.each("figures", reading, filled);
    let articles = table.each("articles", reading, article_link);
    no_repeats(&mut table, "articles", reading, |item| Some(item.node.get("article")?.as_text()?.to_string()));
    let places = table.each("places", reading, place);
    no_repeats(&mut table, "places", reading, |item| Some(item.node.as_text()?.to_string()));
    let speaker = table.want("speaker", reading, filled);
    let disputes = table.each("disputes", reading, disputed);
    no_repeats(&mut table, "disputes", reading, |item| Some(item.node.as_text()?.to_string()));
    let checked = table.want("checked", reading, statement);
    table.close(reading);
    let commentary = commentary.to_string();
    let claim = Claim {
        id: id?,
        commentary,
        paragraph: paragraph?,
        text: text_?,
        stance: stance?,
        toward,
        figures,
        articles,
        places,
        speaker,
        disputes,
        checked,
    };
    Some((first, claim))
}

fn claim_id(field: Field<'_>, commentary: &str, reading: &mut Reading) -> Option<String> {
    let id = slug(field, reading)?;
    let own = id.strip_prefix(commentary).is_some_and(|rest| rest.starts_with('-'));
    if !own && !commentary.is_empty() {
        let message = format!("claim “{id}” stands in the file of the commentary “{commentary}”.");
        let remedy = format!("Begin its id with {commentary}-, or move it to the file of its commentary.");
        reading.report(field.node.at, Rule::ForeignClaim, message, remedy);
    }
    reading.give(Thing::Claim, &id, field.node.at);
    Some(id)
}

fn disputed(field: Field<'_>, reading: &mut Reading) -> Option<String> {
    let id = slug(field, reading)?;
    if reading.subject == format!("claim “{id}”") {
        let message = format!("{} disputes itself.", reading.subject);
        reading.report(field.node.at, Rule::Circular, message, "Remove it, or name the claim that says otherwise.");
        return None;
    }
    reading.mention(Wanted::Claim(id.clone()), "disputes the claim", field.node.at);
    Some(id)
}
