//! Reading values that are written as text in a form of their own: dates, articles, paragraphs, targets.

use super::super::node::Value;
use super::super::problem::Rule;
use super::super::reading::Reading;
use super::super::table::Field;
use super::paragraphs::Paragraphs;
use atlas_model::{ArticleRef, Day, Target};
use std::str::FromStr;

/// How a value is written, for messages.
struct Form {
    rule: Rule,
    noun: &'static str,
    remedy: &'static str,
}

/// A date.
pub(super) fn day(field: Field<'_>, reading: &mut Reading) -> Option<Day> {
    let remedy = "Write 2026-02-18, 2026-02 or 2026, a date that exists.";
    read(field, &Form { rule: Rule::BadDate, noun: "a date", remedy }, reading)
}

/// A reference to an article, a section or a group.
pub(super) fn article_ref(field: Field<'_>, reading: &mut Reading) -> Option<ArticleRef> {
    let remedy = "Write a number from 0 (the preamble) to 47, a section (3.4) or a group (35-41).";
    read(field, &Form { rule: Rule::BadArticle, noun: "an article of the treaty", remedy }, reading)
}

/// A paragraph or a range of paragraphs.
pub(super) fn paragraphs(field: Field<'_>, reading: &mut Reading) -> Option<Paragraphs> {
    let remedy = "Write a number such as 12, or a range such as 14-15.";
    read(field, &Form { rule: Rule::BadParagraph, noun: "a paragraph", remedy }, reading)
}

/// Something of the atlas that can be selected.
pub(super) fn target(field: Field<'_>, reading: &mut Reading) -> Option<Target> {
    let remedy = "Write place:<id>, article:<number>, claim:<id> or source:<id>.";
    read(field, &Form { rule: Rule::BadTarget, noun: "a target", remedy }, reading)
}

fn read<T: FromStr>(field: Field<'_>, form: &Form, reading: &mut Reading) -> Option<T> {
    let text = match &field.node.value {
        Value::Text(text) => text,
        other => {
            let remedy = match other {
                Value::Number(number) => format!("Put it in quotes: \"{number}\"."),
                Value::Date(date) => format!("Put it in quotes: \"{date}\"."),
                _ => form.remedy.to_string(),
            };
            field.wrong_type("a text", &remedy, reading);
            return None;
        }
    };
    let value = text.parse().ok();
    if value.is_none() {
        let message = format!("{} is “{text}”, which is not {}.", field.called(reading), form.noun);
        reading.report(field.node.at, form.rule, message, form.remedy);
    }
    value
}
