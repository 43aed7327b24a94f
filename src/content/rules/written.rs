//! Values that are written as text in a form of their own: dates, articles, paragraphs, targets, addresses, ids.

use super::{Rule, types};
use crate::colour::Srgb;
use crate::field::Field;
use crate::node::Value;
use crate::paragraphs::Paragraphs;
use crate::reading::Reading;
use atlas_model::{ArticleRef, Day, Target};
use std::str::FromStr;

/// How a value is written, for messages.
struct Notation<'a> {
    rule: Rule,
    noun: &'static str,
    remedy: &'a str,
}

/// A date.
pub(super) fn day(field: Field<'_>, reading: &mut Reading) -> bool {
    let remedy = "Write 2026-02-18, 2026-02 or 2026, a date that exists.";
    read::<Day>(field, &Notation { rule: Rule::BadDate, noun: "a date", remedy }, reading).is_some()
}

/// A reference to an article, a section or a group.
pub(super) fn article(field: Field<'_>, reading: &mut Reading) -> Option<ArticleRef> {
    let last = reading.vocabulary.articles.unwrap_or(u8::MAX);
    let remedy = format!("Write a number from 0 (the preamble) to {last}, a section (3.4) or a group (35-41).");
    let notation = Notation { rule: Rule::BadArticle, noun: "an article of the treaty", remedy: &remedy };
    let within = |text: &str| text.parse().ok().filter(|article: &ArticleRef| article.last <= last);
    read_with(field, &notation, within, reading)
}

/// A paragraph or a range of paragraphs.
pub(super) fn paragraphs(field: Field<'_>, reading: &mut Reading) -> bool {
    let remedy = "Write a number such as 12, or a range such as 14-15.";
    read::<Paragraphs>(field, &Notation { rule: Rule::BadParagraph, noun: "a paragraph", remedy }, reading).is_some()
}

/// Something of the atlas that can be selected.
pub(super) fn target(field: Field<'_>, reading: &mut Reading) -> Option<Target> {
    let remedy = "Write place:<id>, article:<number>, claim:<id> or source:<id>.";
    read(field, &Notation { rule: Rule::BadTarget, noun: "a target", remedy }, reading)
}

fn read<T: FromStr>(field: Field<'_>, notation: &Notation<'_>, reading: &mut Reading) -> Option<T> {
    read_with(field, notation, |text| text.parse().ok(), reading)
}

fn read_with<T>(
    field: Field<'_>,
    notation: &Notation<'_>,
    parse: impl Fn(&str) -> Option<T>,
    reading: &mut Reading,
) -> Option<T> {
    let text = match &field.node.value {
        Value::Text(text) => text,
        other => {
            let remedy = match other {
                Value::Number(number) => format!("Put it in quotes: \"{number}\"."),
                Value::Date(date) => format!("Put it in quotes: \"{date}\"."),
                _ => notation.remedy.to_string(),
            };
            types::wrong_type(field, "a text", &remedy, reading);
            return None;
        }
    };
    let value = parse(text);
    if value.is_none() {
        let message = format!("{} is “{text}”, which is not {}.", field.called(reading), notation.noun);
        reading.report(field.node.at, notation.rule, message, notation.remedy);
    }
    value
}

/// An address on the web.
pub(super) fn url(field: Field<'_>, reading: &mut Reading) -> bool {
    let Some(address) = types::text(field, reading) else { return false };
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    let is_url = rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(char::is_whitespace));
    if !is_url {
        let message = format!("{} is “{address}”, which is not an address on the web.", field.called(reading));
        reading.report(field.node.at, Rule::BadUrl, message, "Begin it with https://, or leave the key out.");
    }
    is_url
}

/// A colour in hexadecimal.
pub(super) fn colour(field: Field<'_>, reading: &mut Reading) -> bool {
    let Some(colour) = types::text(field, reading) else { return false };
    let is_colour = Srgb::read(colour).is_some();
    if !is_colour {
        let message = format!("{} is “{colour}”, which is not a colour.", field.called(reading));
        reading.report(field.node.at, Rule::BadColour, message, "Write six hexadecimal digits after a #: #66081e.");
    }
    is_colour
}

/// An id. One that is not written well is an id all the same: others may refer to it.
pub(super) fn id<'n>(field: Field<'n>, reading: &mut Reading) -> Option<&'n str> {
    let id = types::text(field, reading)?;
    if !is_slug(id) {
        let message = format!("{} is “{id}”, which is not an id.", field.called(reading));
        reading.report(field.node.at, Rule::BadId, message, "Use lower-case letters, digits and single hyphens.");
    }
    Some(id)
}

fn is_slug(id: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    id.split('-').all(|part| !part.is_empty() && part.bytes().all(is_letter))
}
