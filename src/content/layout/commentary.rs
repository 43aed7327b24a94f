//! `commentary/*.toml`: a commentary and its claims.

use super::shared::{ARTICLE_LINK, PLACE, STATEMENT};
use crate::form::{Form, KeyForm, Subject, TableForm, words};
use crate::registry::{Thing, Wanted};
use crate::rules::{circular, ids, paragraphs};
use atlas_model::Stance;

pub(crate) static COMMENTARY: TableForm = TableForm {
    name: "commentary file",
    subject: Subject::Named("the file"),
    keys: &[
        KeyForm::required("source", Form::Table(&SOURCE), "The commentary."),
        KeyForm::optional("claim", Form::List(&Form::Table(&CLAIM)), "Its claims."),
    ],
    rules: &[ids::claims_of_commentary, paragraphs::covered],
};

static SOURCE: TableForm = TableForm {
    name: "commentary",
    subject: Subject::Id("commentary"),
    keys: &[
        KeyForm::required("id", Form::NewId(Thing::Commentary), "The ids of its claims begin with it."),
        KeyForm::required("author", Form::Plain, "Who wrote it; empty when unknown."),
        KeyForm::required("outlet", Form::Plain, "Where it appeared; empty when unknown."),
        KeyForm::required("title", Form::Plain, "Its title; empty when unknown."),
        KeyForm::optional("date", Form::Date, "2026-02-18, 2026-02 or 2026; left out when unknown."),
        KeyForm::optional("date_note", Form::Text, "What is known of the date."),
        KeyForm::optional("url", Form::Url, "Its address; left out when unknown."),
        KeyForm::required("language", Form::Language, "The code of its language."),
        KeyForm::required("short", Form::Text, "Its name on the cards of claims."),
        KeyForm::required("about", Form::Table(&STATEMENT), "Who writes, where, and the overall stance."),
        KeyForm::required("paragraphs", Form::Whole(1, 9999), "How many paragraphs it has."),
        KeyForm::optional("silent", Form::List(&Form::Table(&SILENCE)), "Paragraphs without a claim."),
    ],
    rules: &[],
};

static SILENCE: TableForm = TableForm {
    name: "silence",
    subject: Subject::Key,
    keys: &[
        KeyForm::required("paragraphs", Form::Paragraphs, "One paragraph, 12, or several, 14-15, in quotes."),
        KeyForm::required("reason", Form::Text, "Why there is no claim."),
    ],
    rules: &[],
};

static CLAIM: TableForm = TableForm {
    name: "claim",
    subject: Subject::Id("claim"),
    keys: &[
        KeyForm::required("id", Form::NewId(Thing::Claim), "The id of the commentary, a hyphen, a number."),
        KeyForm::required("paragraph", Form::Paragraphs, "One paragraph, 12, or several, 14-15, in quotes."),
        KeyForm::required("text", Form::Text, "The claim in words of our own."),
        KeyForm::required("stance", Form::Word(words::<Stance>), "How it stands to what it speaks of."),
        KeyForm::optional("toward", Form::Text, "Whom a critical stance is aimed at."),
        KeyForm::optional("figures", Form::List(&Form::Filled), "The figures it gives."),
        KeyForm::optional("articles", Form::Links(&Form::Table(&ARTICLE_LINK)), "The articles it concerns."),
        KeyForm::optional("places", Form::Links(&PLACE), "Ids of the places it concerns."),
        KeyForm::optional("speaker", Form::Filled, "Who is quoted inside the commentary."),
        KeyForm::optional(
            "disputes",
            Form::Links(&Form::Id(Wanted::Claim, "disputes the claim")),
            "Ids of claims that say otherwise; these need not name this one.",
        ),
        KeyForm::optional("checked", Form::Table(&STATEMENT), "What other evidence says."),
    ],
    rules: &[circular::own_dispute],
};
