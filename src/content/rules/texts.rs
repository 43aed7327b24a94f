//! Texts say something, in English at least, in languages of the atlas, with short quotations and the right letters.

use super::{Rule, letters, quotation, types};
use crate::field::Field;
use crate::node::Value;
use crate::reading::Reading;
use crate::suggest::nearest;
use atlas_model::Lang;

/// A text in quotes that is not blank.
pub(super) fn filled(field: Field<'_>, reading: &mut Reading) -> bool {
    let Some(text) = types::text(field, reading) else { return false };
    if text.trim().is_empty() {
        let message = format!("{} is empty.", field.called(reading));
        reading.report(field.node.at, Rule::EmptyText, message, "Fill it in, or leave the key out.");
        return false;
    }
    true
}

/// The name of a place, which readers of all languages see.
pub(super) fn in_all_languages(field: Field<'_>, reading: &mut Reading) -> bool {
    let langs: Vec<Lang> = reading.vocabulary.languages.iter().map(|language| language.code).collect();
    complete(field, &langs, "places have names", reading)
}

/// A text that stands around the content, which readers of every language offered see.
pub(super) fn in_languages_offered(field: Field<'_>, reading: &mut Reading) -> bool {
    let offered = reading.vocabulary.offered();
    complete(field, &offered, "the atlas is offered", reading)
}

/// A text in all of these languages; `why` says why they are needed.
fn complete(field: Field<'_>, langs: &[Lang], why: &str, reading: &mut Reading) -> bool {
    if !in_languages(field, reading) {
        return false;
    }
    let missing = langs.iter().filter(|lang| **lang != Lang::ENGLISH && field.node.get(lang.code()).is_none());
    let missing: Vec<String> = missing.map(|lang| format!("“{}”", lang.code())).collect();
    if !missing.is_empty() {
        let message = format!("{} is not given in {}.", field.called(reading), missing.join(", "));
        let codes: Vec<&str> = langs.iter().map(|lang| lang.code()).collect();
        let remedy = format!("Add it: {why} in {}.", codes.join(", "));
        reading.report(field.node.at, Rule::MissingTranslation, message, remedy);
    }
    true
}

/// A text by language. A language that cannot be read is left out.
pub(super) fn in_languages(field: Field<'_>, reading: &mut Reading) -> bool {
    let entries = match &field.node.value {
        Value::Table(entries) => entries,
        Value::Text(_) => {
            let remedy = "Give its language: { en = \"…\" }, in JSON { \"en\": \"…\" }.";
            types::wrong_type(field, "a text in languages", remedy, reading);
            return false;
        }
        _ => {
            types::wrong_type(field, "a table", "Put it in { }.", reading);
            return false;
        }
    };
    let mut seen: Vec<Lang> = Vec::new();
    for entry in entries {
        let own = Field { name: field.name, node: &entry.node };
        let known = Lang::from_code(&entry.key).filter(|lang| reading.vocabulary.has_language(*lang));
        let sound = match known {
            None => unknown_language(field, &entry.key, entry.at, reading),
            Some(lang) if seen.contains(&lang) => {
                let message = format!("{} has the key “{}” twice.", field.called(reading), entry.key);
                reading.report(entry.at, Rule::DuplicateKey, message, "Remove one of the two.");
                false
            }
            Some(lang) => {
                seen.push(lang);
                in_language(own, lang, reading)
            }
        };
        if !sound {
            reading.unsound.mark(&entry.node);
        }
    }
    let english = field.node.get("en");
    if english.is_none_or(|node| node.as_text().is_some_and(|words| words.trim().is_empty())) {
        let message = format!("{} has no English.", field.called(reading));
        reading.report(english.unwrap_or(field.node).at, Rule::MissingEnglish, message, "Add a text for “en”.");
    }
    true
}

fn in_language(own: Field<'_>, lang: Lang, reading: &mut Reading) -> bool {
    let Some(words) = types::text(own, reading) else { return false };
    if lang != Lang::ENGLISH && words.trim().is_empty() {
        let message = format!("{} is empty in the language “{}”.", own.called(reading), lang.code());
        reading.report(own.node.at, Rule::EmptyText, message, "Translate it, or leave the language out.");
        return false;
    }
    quotation::short(own, words, reading);
    if lang == letters::PERSIAN {
        letters::persian(own, words, reading);
    }
    true
}

fn unknown_language(field: Field<'_>, code: &str, at: usize, reading: &mut Reading) -> bool {
    let languages = &reading.vocabulary.languages;
    let codes: Vec<&str> = languages.iter().map(|language| language.code.code()).collect();
    let message = format!("{} has the language “{code}”, which the atlas does not have.", field.called(reading));
    let remedy = match nearest(code, codes.iter().copied()) {
        Some(code) => format!("Did you mean “{code}”?"),
        None => format!("Write one of {}.", codes.join(", ")),
    };
    reading.report(at, Rule::UnknownLanguage, message, remedy);
    false
}
