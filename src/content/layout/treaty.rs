//! `treaty/treaty.toml`: the treaty as a whole.

use super::shared::{CONFIDENCE, SOURCES, STATEMENT, TEXT};
use crate::form::{Form, KeyForm, Subject, TableForm};
use crate::rules::sources;

/// The steps in the life of a treaty.
const STEPS: &[&str] =
    &["negotiated", "signed", "submitted", "ratified", "in-force", "amended", "suspended", "prolonged", "expires"];

pub(crate) static TREATY: TableForm = TableForm {
    name: "treaty file",
    subject: Subject::Named("the treaty"),
    keys: &[
        KeyForm::required("treaty", Form::Table(&ABOUT), "The treaty."),
        KeyForm::optional("step", Form::List(&Form::Table(&STEP)), "The steps in its life."),
        KeyForm::optional("official", Form::List(&Form::Table(&OFFICIAL)), "Where its text is published."),
    ],
    rules: &[],
};

static ABOUT: TableForm = TableForm {
    name: "treaty",
    subject: Subject::Outer,
    keys: &[
        KeyForm::required("name", Form::Text, "Its name."),
        KeyForm::optional("short", Form::Text, "A shorter name for headings."),
        KeyForm::required("articles", Form::Whole(1, 255), "How many articles it has besides the preamble."),
        KeyForm::optional(
            "languages",
            Form::List(&Form::Language),
            "Codes of the languages in which it was concluded.",
        ),
        KeyForm::optional(
            "languages_note",
            Form::Table(&STATEMENT),
            "In which languages it was concluded; which text counts.",
        ),
        KeyForm::optional("contents", Form::Table(&STATEMENT), "What it is made up of."),
        KeyForm::optional("duration", Form::Table(&STATEMENT), "How long it runs."),
        KeyForm::optional("entry_rule", Form::Table(&STATEMENT), "When it takes effect."),
        KeyForm::optional("notes", Form::List(&Form::Table(&STATEMENT)), "Where sources differ about the dates."),
    ],
    rules: &[],
};

static STEP: TableForm = TableForm {
    name: "step",
    subject: Subject::Key,
    keys: &[
        KeyForm::required("date", Form::Date, "When: 2026-02-18, 2026-02 or 2026."),
        KeyForm::required("kind", Form::Word(|| STEPS), "Which step it is."),
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
        KeyForm::required("title", Form::Text, "What it is."),
        KeyForm::optional("url", Form::Url, "Its address; left out when unknown."),
        KeyForm::optional("language", Form::Language, "The code of its language."),
        CONFIDENCE,
        KeyForm::optional("note", Form::Text, "How far the address was checked."),
    ],
    rules: &[],
};
