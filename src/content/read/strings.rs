//! Reading `strings/*.toml`: the words of the interface in one language.

use super::super::node::Node;
use super::super::problem::Rule;
use super::super::reading::Reading;
use super::super::rules::letters;
use super::super::table::Field;
use super::whole_file;
use super::words::{filled, one_of};
use atlas_model::{Lang, Strings};

/// Reads the words of a language; `None` when one is missing.
pub(crate) fn strings(node: &Node, lang: Lang, reading: &mut Reading) -> Option<Strings> {
    let mut file = whole_file(node, reading)?;
    // Every missing word is reported, not only the first.
    let words: Vec<Option<String>> =
        Strings::KEYS.iter().map(|key| file.need(key, reading, |field, reading| word(field, lang, reading))).collect();
    file.close(reading);
    let mut words = words.into_iter();
    Strings::new(|_| words.next()?)
}

fn word(field: Field<'_>, lang: Lang, reading: &mut Reading) -> Option<String> {
    let word = match field.name {
        "direction" => one_of(field, &["ltr", "rtl"], reading)?.to_string(),
        _ => filled(field, reading)?,
    };
    if lang == Lang::Fa {
        letters::check(field, field.node, &word, reading);
    }
    let (many, of, remedy) = match field.name {
        "months" => (word.split(", ").count(), 12, "Write twelve names with a comma and a space between them."),
        "digits" => (word.chars().count(), 10, "Write the ten digits from 0 to 9 in one word."),
        _ => return Some(word),
    };
    if many != of {
        let message = format!("{} has {many} of {of}.", field.called(reading));
        reading.report(field.node.at, Rule::WordCount, message, remedy);
    }
    Some(word)
}
