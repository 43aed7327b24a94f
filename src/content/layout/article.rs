//! `treaty/articles.toml`: the preamble and the articles.

use super::shared::{PLACE_LINK, STATEMENT};
use crate::form::{Form, KeyForm, Subject, TableForm};
use crate::rules::{articles, ids};

pub(crate) static ARTICLES: TableForm = TableForm {
    name: "articles file",
    subject: Subject::Named("the file"),
    keys: &[KeyForm::required("article", Form::List(&Form::Table(&ARTICLE)), "The preamble and every article.")],
    rules: &[articles::complete],
};

static ARTICLE: TableForm = TableForm {
    name: "article",
    subject: Subject::Number("article"),
    keys: &[
        KeyForm::required("number", Form::ArticleNumber, "Its number; 0 is the preamble."),
        KeyForm::required("title", Form::Text, "Our own title."),
        KeyForm::required("summary", Form::Table(&STATEMENT), "What it provides, in words of our own."),
        KeyForm::optional("themes", Form::List(&Form::Text), "Its themes."),
        KeyForm::optional("section", Form::List(&Form::Table(&SECTION)), "Its sections, where they are known."),
        KeyForm::optional("places", Form::Links(&Form::Table(&PLACE_LINK)), "The places it names or concerns."),
        KeyForm::optional("note", Form::Text, "What is not known; needed when no place is linked."),
    ],
    rules: &[ids::sections],
};

static SECTION: TableForm = TableForm {
    name: "section",
    subject: Subject::Key,
    keys: &[
        KeyForm::required("number", Form::Whole(1, 99), "Its number within the article."),
        KeyForm::required("summary", Form::Table(&STATEMENT), "What it provides, in words of our own."),
    ],
    rules: &[],
};
