//! Reading single values: texts, numbers, words from a list, addresses, ids.

use super::super::problem::Rule;
use super::super::reading::Reading;
use super::super::suggest::nearest;
use super::super::table::Field;
use serde::de::value::StrDeserializer;
use serde::de::{self, DeserializeOwned};
use std::fmt;

/// A text in quotes.
pub(super) fn plain<'n>(field: Field<'n>, reading: &mut Reading) -> Option<&'n str> {
    let text = field.node.as_text();
    if text.is_none() {
        field.wrong_type("a text", "Put it in quotes.", reading);
    }
    text
}

/// A text in quotes that may be empty.
pub(super) fn string(field: Field<'_>, reading: &mut Reading) -> Option<String> {
    plain(field, reading).map(str::to_string)
}

/// A text in quotes that says something.
pub(super) fn filled(field: Field<'_>, reading: &mut Reading) -> Option<String> {
    let text = plain(field, reading)?;
    if text.trim().is_empty() {
        let message = format!("{} is empty.", field.called(reading));
        reading.report(field.node.at, Rule::EmptyText, message, "Fill it in, or leave the key out.");
        return None;
    }
    Some(text.to_string())
}

/// A number.
pub(super) fn number(field: Field<'_>, reading: &mut Reading) -> Option<f64> {
    let number = field.node.as_number().filter(|number| number.is_finite());
    if number.is_none() {
        field.wrong_type("a number", "Write digits, without quotes and unit.", reading);
    }
    number
}

/// A list of numbers.
pub(super) fn numbers(field: Field<'_>, reading: &mut Reading) -> Option<Vec<f64>> {
    field.items(reading).into_iter().map(|item| number(item, reading)).collect()
}

/// Reports a list of numbers that is not what it should be.
pub(super) fn wrong_numbers<T>(field: Field<'_>, form: &str, reading: &mut Reading) -> Option<T> {
    let message = format!("{} has not the numbers that belong there.", field.called(reading));
    reading.report(field.node.at, Rule::BadNumber, message, format!("Write {form}."));
    None
}

/// A whole number within limits.
pub(super) fn whole<T: TryFrom<u32>>(field: Field<'_>, least: u32, most: u32, reading: &mut Reading) -> Option<T> {
    let number = number(field, reading)?;
    if number.fract() != 0.0 || number < f64::from(least) || number > f64::from(most) {
        let message = format!("{} is {number}, not a whole number from {least} to {most}.", field.called(reading));
        reading.report(field.node.at, Rule::BadNumber, message, "Correct the number.");
        return None;
    }
    T::try_from(number as u32).ok()
}

/// A word from the list of words that `T` is written with.
pub(super) fn choice<T: DeserializeOwned>(field: Field<'_>, reading: &mut Reading) -> Option<T> {
    let word = plain(field, reading)?;
    match T::deserialize(StrDeserializer::<NotAmong>::new(word)) {
        Ok(value) => Some(value),
        Err(NotAmong(words)) => {
            unknown_word(field, word, words, reading);
            None
        }
    }
}

/// A word from a given list.
pub(super) fn one_of(field: Field<'_>, words: &'static [&'static str], reading: &mut Reading) -> Option<&'static str> {
    let word = plain(field, reading)?;
    let found = words.iter().copied().find(|known| *known == word);
    if found.is_none() {
        unknown_word(field, word, words, reading);
    }
    found
}

fn unknown_word(field: Field<'_>, word: &str, words: &[&str], reading: &mut Reading) {
    let message = format!("{} is “{word}”, which is not one of the words for it.", field.called(reading));
    let remedy = match nearest(word, words.iter().copied()) {
        Some(known) => format!("Did you mean “{known}”?"),
        None => format!("Write one of {}.", words.join(", ")),
    };
    reading.report(field.node.at, Rule::UnknownWord, message, remedy);
}

/// The error of a word that is not on the list: the list.
#[derive(Debug)]
struct NotAmong(&'static [&'static str]);

impl de::Error for NotAmong {
    fn custom<T: fmt::Display>(_: T) -> NotAmong {
        NotAmong(&[])
    }

    fn unknown_variant(_: &str, expected: &'static [&'static str]) -> NotAmong {
        NotAmong(expected)
    }
}

impl fmt::Display for NotAmong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not one of {}", self.0.join(", "))
    }
}

impl std::error::Error for NotAmong {}

/// An address on the web.
pub(super) fn url(field: Field<'_>, reading: &mut Reading) -> Option<String> {
    let address = plain(field, reading)?;
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    if rest.is_none_or(|rest| rest.is_empty() || rest.contains(char::is_whitespace)) {
        let message = format!("{} is “{address}”, which is not an address on the web.", field.called(reading));
        reading.report(field.node.at, Rule::BadUrl, message, "Begin it with https://, or leave the key out.");
        return None;
    }
    Some(address.to_string())
}

/// The code of any language.
pub(super) fn language(field: Field<'_>, reading: &mut Reading) -> Option<String> {
    let code = plain(field, reading)?;
    let primary = code.split('-').next().unwrap_or_default();
    if !(2..=3).contains(&primary.len()) || !primary.bytes().all(|byte| byte.is_ascii_lowercase()) {
        let message = format!("{} is “{code}”, which is not the code of a language.", field.called(reading));
        reading.report(field.node.at, Rule::UnknownLanguage, message, "Write a code such as en, ru or hr.");
        return None;
    }
    Some(code.to_string())
}

/// An id as others write it to refer to something; its form is checked where it is given.
pub(super) fn slug(field: Field<'_>, reading: &mut Reading) -> Option<String> {
    let id = plain(field, reading)?;
    if !is_slug(id) {
        let message = format!("{} is “{id}”, which is not an id.", field.called(reading));
        reading.report(field.node.at, Rule::BadId, message, "Use lower-case letters, digits and single hyphens.");
    }
    Some(id.to_string())
}

fn is_slug(id: &str) -> bool {
    id.split('-')
        .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
}
