//! Words are among those that are allowed, and as many as are needed.

use super::{Rule, types};
use crate::field::Field;
use crate::reading::Reading;
use crate::suggest::nearest;
use atlas_model::Lang;

/// A value is one of some words.
pub(super) fn among(field: Field<'_>, words: &[&str], reading: &mut Reading) -> bool {
    let Some(word) = types::text(field, reading) else { return false };
    let is_known = words.contains(&word);
    if !is_known {
        let message = format!("{} is “{word}”, which is not one of the words for it.", field.called(reading));
        let remedy = match nearest(word, words.iter().copied()) {
            Some(known) => format!("Did you mean “{known}”?"),
            None => format!("Write one of {}.", words.join(", ")),
        };
        reading.report(field.node.at, Rule::UnknownWord, message, remedy);
    }
    is_known
}

/// A value has the form of the code of a language.
pub(super) fn language(field: Field<'_>, reading: &mut Reading) -> bool {
    let Some(code) = types::text(field, reading) else { return false };
    let primary = code.split('-').next().unwrap_or_default();
    let is_code = (2..=3).contains(&primary.len()) && primary.bytes().all(|byte| byte.is_ascii_lowercase());
    if !is_code {
        let message = format!("{} is “{code}”, which is not the code of a language.", field.called(reading));
        reading.report(field.node.at, Rule::UnknownLanguage, message, "Write a code such as en, ru or hr.");
    }
    is_code
}

/// A value is the code that a language of the atlas goes by in addresses and texts: its primary subtag alone.
pub(super) fn language_code(field: Field<'_>, reading: &mut Reading) -> bool {
    let Some(code) = types::text(field, reading) else { return false };
    let is_code = Lang::from_code(code).is_some();
    if !is_code {
        let message = format!("{} is “{code}”, which is not the code of a language.", field.called(reading));
        reading.report(field.node.at, Rule::UnknownLanguage, message, "Write its two or three letters: en, fa, ckb.");
    }
    is_code
}

/// The words of the interface name twelve months.
pub(crate) fn months(strings: Field<'_>, reading: &mut Reading) {
    let remedy = "Write twelve names with a comma and a space between them.";
    counted(strings, "months", |months| months.split(", ").count(), 12, remedy, reading);
}

/// The words of the interface hold ten digits.
pub(crate) fn digits(strings: Field<'_>, reading: &mut Reading) {
    let remedy = "Write the ten digits from 0 to 9 in one word.";
    counted(strings, "digits", |digits| digits.chars().count(), 10, remedy, reading);
}

fn counted(
    strings: Field<'_>,
    name: &str,
    count: fn(&str) -> usize,
    needed: usize,
    remedy: &str,
    reading: &mut Reading,
) {
    let Some(node) = strings.node.get(name) else { return };
    let Some(many) = node.as_text().map(count).filter(|many| *many != needed) else { return };
    let message = format!("{} has {many} of {needed}.", Field { name, node }.called(reading));
    reading.report(node.at, Rule::WordCount, message, remedy);
}
