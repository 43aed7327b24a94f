//! `commentary/*.toml`: a commentary and its claims.

use super::shared::{ARTICLE_LINK, PLACE, STATEMENT};
use crate::form::{Form, Key, Subject, TableForm, words};
use crate::registry::{Thing, Wanted};
use crate::rules::{circular, ids, paragraphs};
use atlas_model::Stance;

pub(crate) static COMMENTARY: TableForm = TableForm {
    name: "commentary file",
    subject: Subject::Named("the file"),
    keys: &[
        Key::required("source", Form::Table(&SOURCE), "The commentary."),
        Key::optional("claim", Form::List(&Form::Table(&CLAIM)), "Its claims."),
    ],
    rules: &[ids::claims_of_commentary, paragraphs::covered],
};

static SOURCE: TableForm = TableForm {
    name: "commentary",
    subject: Subject::Id("commentary"),
    keys: &[
        Key::required("id", Form::NewId(Thing::Commentary), "The ids of its claims begin with it."),
        Key::required("author", Form::Plain, "Who wrote it; empty when unknown."),
        Key::required("outlet", Form::Plain, "Where it appeared; empty when unknown."),
        Key::required("title", Form::Plain, "Its title; empty when unknown."),
        Key::optional("date", Form::Date, "2026-02-18, 2026-02 or 2026; left out when unknown."),
        Key::optional("date_note", Form::Text, "What is known of the date."),
        Key::optional("url", Form::Url, "Its address; left out when unknown."),
        Key::required("language", Form::Language, "The code of its language."),
        Key::required("short", Form::Text, "Its name on the cards of claims."),
        Key::required("about", Form::Table(&STATEMENT), "Who writes, where, and the overall stance."),
        Key::required("paragraphs", Form::Whole(1, 9999), "How many paragraphs it has."),
        Key::optional("silent", Form::List(&Form::Table(&SILENCE)), "Paragraphs without a claim."),
    ],
    rules: &[],
};

static SILENCE: TableForm = TableForm {
    name: "silence",
    subject: Subject::Key,
    keys: &[
        Key::required("paragraphs", Form::Paragraphs, "One paragraph, 12, or several, 14-15, in quotes."),
        Key::required("reason", Form::Text, "Why there is no claim."),
    ],
    rules: &[],
};

static CLAIM: TableForm = TableForm {
    name: "claim",
    subject: Subject::Id("claim"),
    keys: &[
        Key::required("id", Form::NewId(Thing::Claim), "The id of the commentary, a hyphen, a number."),
        Key::required("paragraph", Form::Paragraphs, "One paragraph, 12, or several, 14-15, in quotes."),
        Key::required("text", Form::Text, "The claim in words of our own."),
        Key::required("stance", Form::Word(words::<Stance>), "How it stands to what it speaks of."),
        Key::optional("toward", Form::Text, "Whom a critical stance is aimed at."),
        Key::optional("figures", Form::List(&Form::Filled), "The figures it gives."),
        Key::optional("articles", Form::Links(&Form::Table(&ARTICLE_LINK)), "The articles it concerns."),
        Key::optional("places", Form::Links(&PLACE), "Ids of the places it concerns."),
        Key::optional("speaker", Form::Filled, "Who is quoted inside the commentary."),
        Key::optional(
            "disputes",
            Form::Links(&Form::Id(Wanted::Claim, "disputes the claim")),
            "Ids of claims that say otherwise; these need not name this one.",
        ),
        Key::optional("checked", Form::Table(&STATEMENT), "What other evidence says."),
    ],
    rules: &[circular::own_dispute],
};
