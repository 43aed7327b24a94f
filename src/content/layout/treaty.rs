//! `treaty/treaty.toml`: the treaty as a whole.

use super::shared::{CONFIDENCE, SOURCES, STATEMENT, TEXT};
use crate::form::{Form, Key, Subject, TableForm};
use crate::rules::sources;

/// The steps in the life of a treaty.
const STEPS: &[&str] =
    &["negotiated", "signed", "submitted", "ratified", "in-force", "amended", "suspended", "prolonged", "expires"];

pub(crate) static TREATY: TableForm = TableForm {
    name: "treaty file",
    subject: Subject::Named("the treaty"),
    keys: &[
        Key::required("treaty", Form::Table(&ABOUT), "The treaty."),
        Key::optional("step", Form::List(&Form::Table(&STEP)), "The steps in its life."),
        Key::optional("official", Form::List(&Form::Table(&OFFICIAL)), "Where its text is published."),
    ],
    rules: &[],
};

static ABOUT: TableForm = TableForm {
    name: "treaty",
    subject: Subject::Outer,
    keys: &[
        Key::required("name", Form::Text, "Its name."),
        Key::optional("short", Form::Text, "A shorter name for headings."),
        Key::required("articles", Form::Whole(1, 255), "How many articles it has besides the preamble."),
        Key::optional("languages", Form::List(&Form::Language), "Codes of the languages in which it was concluded."),
        Key::optional(
            "languages_note",
            Form::Table(&STATEMENT),
            "In which languages it was concluded; which text counts.",
        ),
        Key::optional("contents", Form::Table(&STATEMENT), "What it is made up of."),
        Key::optional("duration", Form::Table(&STATEMENT), "How long it runs."),
        Key::optional("entry_rule", Form::Table(&STATEMENT), "When it takes effect."),
        Key::optional("notes", Form::List(&Form::Table(&STATEMENT)), "Where sources differ about the dates."),
    ],
    rules: &[],
};

static STEP: TableForm = TableForm {
    name: "step",
    subject: Subject::Key,
    keys: &[
        Key::required("date", Form::Date, "When: 2026-02-18, 2026-02 or 2026."),
        Key::required("kind", Form::Word(|| STEPS), "Which step it is."),
        TEXT,
        SOURCES,
        CONFIDENCE,
    ],
    rules: &[sources::of_statement],
};

/// A place of publication is its own source, so it need not cite another.
static OFFICIAL: TableForm = TableForm {
    name: "official text",
    subject: Subject::Key,
    keys: &[
        Key::required("title", Form::Text, "What it is."),
        Key::optional("url", Form::Url, "Its address; left out when unknown."),
        Key::optional("language", Form::Language, "The code of its language."),
        CONFIDENCE,
        Key::optional("note", Form::Text, "How far the address was checked."),
    ],
    rules: &[],
};
