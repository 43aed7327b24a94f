//! Tables that several files have: statements and links.

use crate::form::{Form, KeyForm, NumberList, Presence, Subject, TableForm, words};
use crate::registry::Wanted;
use crate::rules::{numbers, sources};
use atlas_model::{Basis, Confidence};

/// The id of a document or commentary that something rests on.
pub(super) const SOURCE: Form = Form::Id(Wanted::Source, "cites the source");

/// The id of a place that something concerns.
pub(super) const PLACE: Form = Form::Id(Wanted::Place, "names the place");

pub(super) const TEXT: KeyForm = KeyForm::required("text", Form::Text, "What is said, in words of our own.");

pub(super) const SOURCES: KeyForm = KeyForm {
    name: "sources",
    presence: Presence::UnlessUnverified,
    form: Form::List(&SOURCE),
    about: "Ids of the documents or commentaries it rests on; needed unless it is marked as unverified.",
};

pub(super) const CONFIDENCE: KeyForm = KeyForm::optional(
    "confidence",
    Form::Word(words::<Confidence>),
    "How it is known: text (the wording of the treaty was seen), summary, commentary, reported (the default), unverified.",
);

/// A text together with where it is from.
pub(super) static STATEMENT: TableForm = TableForm {
    name: "statement",
    subject: Subject::Key,
    keys: &[TEXT, SOURCES, CONFIDENCE],
    rules: &[sources::of_statement],
};

const BASIS: KeyForm =
    KeyForm::required("basis", Form::Word(words::<Basis>), "Whether the text names it, or the atlas infers it.");

/// A link to an article.
pub(super) static ARTICLE_LINK: TableForm = TableForm {
    name: "article link",
    subject: Subject::Key,
    keys: &[
        KeyForm::required("article", Form::Article, "The article: 12, a section 3.4, or a group 35-41, in quotes."),
        BASIS,
    ],
    rules: &[],
};

/// A link to a place.
pub(super) static PLACE_LINK: TableForm = TableForm {
    name: "place link",
    subject: Subject::Key,
    keys: &[KeyForm::required("place", PLACE, "The id of the place."), BASIS],
    rules: &[],
};

/// A place on the globe.
pub(super) const POSITION: NumberList =
    NumberList { written: "[longitude, latitude]", count: (2, 2), fits: numbers::on_globe };

/// A part of the globe.
pub(super) const BOUNDS: NumberList =
    NumberList { written: "[west, south, east, north], in degrees", count: (4, 4), fits: numbers::bounds };

/// A width and a height.
pub(super) const SIZE: NumberList = NumberList {
    written: "[width, height], in kilometres",
    count: (2, 2),
    fits: |size| size.iter().all(|side| *side > 0.0),
};
