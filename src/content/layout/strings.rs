//! `strings/*.toml`: the words of the interface in one language.

use crate::form::{Form, KeyForm, Subject, TableForm};
use crate::rules::words;
use atlas_model::Strings;
use std::sync::LazyLock;

pub(crate) static STRINGS: LazyLock<TableForm> = LazyLock::new(|| TableForm {
    name: "strings file",
    subject: Subject::Named("the file"),
    keys: Strings::KEYS.iter().map(|key| word(key)).collect::<Vec<_>>().leak(),
    rules: &[words::months, words::digits],
});

fn word(key: &'static str) -> KeyForm {
    match key {
        "digits" => KeyForm::required(key, Form::Filled, "The ten digits from 0 to 9, in one word."),
        // Some languages part thousands by a space that does not break.
        "thousands" => KeyForm::required(key, Form::Plain, "What stands between thousands in a number."),
        "months" => KeyForm::required(key, Form::Filled, "Twelve names with a comma and a space between them."),
        _ => KeyForm::required(key, Form::Filled, "A word of the interface; the English file shows what it is for."),
    }
}
