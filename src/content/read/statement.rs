//! Reading what every file has: texts in languages, statements with sources, links.

use super::super::problem::Rule;
use super::super::reading::Reading;
use super::super::registry::Wanted;
use super::super::rules::{letters, quotation};
use super::super::suggest::nearest;
use super::super::table::{Field, Table};
use super::forms::article_ref;
use super::words::{choice, plain, slug};
use atlas_model::{ArticleLink, Confidence, Lang, Statement, Text};

/// A text in languages.
pub(super) fn text(field: Field<'_>, reading: &mut Reading) -> Option<Text> {
    if field.node.as_text().is_some() {
        field.wrong_type(
            "a text in languages",
            "Give its language: { en = \"…\" }, in JSON { \"en\": \"…\" }.",
            reading,
        );
        return None;
    }
    let mut table = Table::open(field, reading)?;
    let mut text = Text::default();
    for lang in Lang::ALL {
        let Some(own) = table.find(lang.code()) else { continue };
        let Some(words) = plain(Field { name: field.name, ..own }, reading) else { continue };
        if lang != Lang::En && words.trim().is_empty() {
            let message = format!("{} is empty in the language “{}”.", field.called(reading), lang.code());
            reading.report(own.node.at, Rule::EmptyText, message, "Translate it, or leave the language out.");
            continue;
        }
        quotation::check(field, own.node, words, reading);
        if lang == Lang::Fa {
            letters::check(field, own.node, words, reading);
        }
        text.set(lang, words);
    }
    if text.own(Lang::En).is_none_or(|words| words.trim().is_empty()) {
        let at = field.node.get("en").unwrap_or(field.node).at;
        let message = format!("{} has no English.", field.called(reading));
        reading.report(at, Rule::MissingEnglish, message, "Add a text for “en”.");
    }
    unknown_languages(&table, reading);
    Some(text)
}

/// The name of a place, which readers of all languages see.
pub(super) fn name(field: Field<'_>, reading: &mut Reading) -> Option<Text> {
    complete(field, &Lang::ALL, "places have names", reading)
}

/// A text that stands around the content, which readers of every language offered see.
pub(super) fn offered(field: Field<'_>, reading: &mut Reading) -> Option<Text> {
    complete(field, &Lang::INTERFACE, "the atlas is offered", reading)
}

/// A text in all of these languages; `why` says why they are needed.
fn complete(field: Field<'_>, langs: &[Lang], why: &str, reading: &mut Reading) -> Option<Text> {
    let text = text(field, reading)?;
    let missing = langs.iter().filter(|lang| **lang != Lang::En && field.node.get(lang.code()).is_none());
    let missing: Vec<String> = missing.map(|lang| format!("“{}”", lang.code())).collect();
    if !missing.is_empty() {
        let message = format!("{} is not given in {}.", field.called(reading), missing.join(", "));
        let codes: Vec<&str> = langs.iter().map(|lang| lang.code()).collect();
        let remedy = format!("Add it: {why} in {}.", codes.join(", "));
        reading.report(field.node.at, Rule::MissingTranslation, message, remedy);
    }
    Some(text)
}

fn unknown_languages(table: &Table<'_>, reading: &mut Reading) {
    let codes = Lang::ALL.map(Lang::code);
    for entry in table.unasked() {
        let message =
            format!("{} has the language “{}”, which the atlas does not have.", table.field.called(reading), entry.key);
        let remedy = match nearest(&entry.key, codes) {
            Some(code) => format!("Did you mean “{code}”?"),
            None => format!("Write one of {}.", codes.join(", ")),
        };
        reading.report(entry.at, Rule::UnknownLanguage, message, remedy);
    }
}

/// A statement that stands as a value of its own.
pub(super) fn statement(field: Field<'_>, reading: &mut Reading) -> Option<Statement> {
    let mut table = Table::open(field, reading)?;
    let statement = statement_in(&mut table, reading);
    table.close(reading);
    statement
}

/// A statement whose keys stand among others of a table.
pub(super) fn statement_in(table: &mut Table<'_>, reading: &mut Reading) -> Option<Statement> {
    let text = table.need("text", reading, text);
    let confidence: Option<Confidence> = table.want("confidence", reading, choice);
    let sources = if confidence == Some(Confidence::Unverified) {
        table.each("sources", reading, source)
    } else {
        sources(table, "mark it: confidence = \"unverified\"", reading)
    };
    Some(Statement { text: text?, sources, confidence: confidence.unwrap_or_default() })
}

/// The sources of something that must have one; `otherwise` says what to do when there is none.
pub(super) fn sources(table: &mut Table<'_>, otherwise: &str, reading: &mut Reading) -> Vec<String> {
    let given = table.find("sources").and_then(|field| field.node.as_list()).unwrap_or_default();
    if given.is_empty() {
        let message = format!("{} names no source.", table.field.called(reading));
        let remedy = format!("Add sources = [\"…\"], or {otherwise}.");
        reading.report(table.field.node.at, Rule::MissingSource, message, remedy);
    }
    table.each("sources", reading, source)
}

/// The id of a document or commentary that something rests on.
fn source(field: Field<'_>, reading: &mut Reading) -> Option<String> {
    let id = slug(field, reading)?;
    reading.mention(Wanted::Source(id.clone()), "cites the source", field.node.at);
    Some(id)
}

/// The id of a place that something concerns.
pub(super) fn place(field: Field<'_>, reading: &mut Reading) -> Option<String> {
    let id = slug(field, reading)?;
    reading.mention(Wanted::Place(id.clone()), "names the place", field.node.at);
    Some(id)
}

/// A link to an article and whether the text itself makes it.
pub(super) fn article_link(field: Field<'_>, reading: &mut Reading) -> Option<ArticleLink> {
    let mut table = Table::open(field, reading)?;
    let article = table.need("article", reading, |field, reading| {
        let article = article_ref(field, reading)?;
        reading.mention(Wanted::Article(article), "names the article", field.node.at);
        Some(article)
    });
    let basis = table.need("basis", reading, choice);
    table.close(reading);
    Some(ArticleLink { article: article?, basis: basis? })
}

/// Reports items of a list that are there already.
pub(super) fn no_repeats<T: PartialEq + std::fmt::Display>(
    table: &mut Table<'_>,
    key: &'static str,
    reading: &mut Reading,
    value: impl Fn(Field<'_>) -> Option<T>,
) {
    let items = table.find(key).and_then(|field| field.node.as_list()).unwrap_or_default();
    let mut seen: Vec<T> = Vec::new();
    for node in items {
        let Some(value) = value(Field { name: key, node }) else { continue };
        if seen.contains(&value) {
            let message = format!("“{key}” of {} names “{value}” twice.", reading.subject);
            reading.report(node.at, Rule::RepeatedLink, message, "Remove one of the two.");
        } else {
            seen.push(value);
        }
    }
}
