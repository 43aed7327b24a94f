//! `sources/*.toml`: the documents that statements cite.

use crate::form::{Form, KeyForm, Subject, TableForm};
use crate::registry::Thing;

pub(crate) static DOCUMENTS: TableForm = TableForm {
    name: "documents file",
    subject: Subject::Named("the file"),
    keys: &[KeyForm::required("document", Form::List(&Form::Table(&DOCUMENT)), "The documents.")],
    rules: &[],
};

static DOCUMENT: TableForm = TableForm {
    name: "document",
    subject: Subject::Id("document"),
    keys: &[
        KeyForm::required("id", Form::NewId(Thing::Document), "Outlet and date: tass-2025-01-17."),
        KeyForm::required("publisher", Form::Filled, "Who published it."),
        KeyForm::required("title", Form::Filled, "Its own title where known, else a description in our words."),
        KeyForm::optional("date", Form::Date, "2026-02-18, 2026-02 or 2026; left out when unknown."),
        KeyForm::optional("url", Form::Url, "Its address; left out when unknown."),
        KeyForm::optional("language", Form::Language, "The code of its language."),
    ],
    rules: &[],
};
