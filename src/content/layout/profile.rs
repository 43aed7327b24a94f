//! `atlas.toml`: what the atlas is called and how it is arranged.

use super::shared::{BOUNDS, PLACE, POSITION, SIZE};
use crate::form::{Form, KeyForm, Subject, TableForm};
use crate::registry::Thing;
use crate::rules::{colours, languages};
use atlas_map::draw::legend;
use std::sync::LazyLock;

pub(crate) static PROFILE: LazyLock<TableForm> = LazyLock::new(|| TableForm {
    name: "atlas file",
    subject: Subject::Named("the atlas"),
    keys: vec![
        KeyForm::required("atlas", Form::Table(&ABOUT), "What it is called."),
        KeyForm::required("subjects", Form::Table(&SUBJECTS), "What the opening page offers first."),
        KeyForm::required(
            "language",
            LANGUAGES,
            "The languages, in the order in which readers meet them; the first is English.",
        ),
        KeyForm::required("layer", LAYERS, "The layers, in reading order."),
        KeyForm::required("places", Form::Table(&PLACES), "Places with a part of their own."),
        KeyForm::required("view", Form::Table(&VIEW), "What the map shows first."),
        KeyForm::optional("inset", Form::Table(&INSET), "The inset map, if there is to be one."),
        KeyForm::required("credits", Form::Table(&CREDITS), "Whose data the map rests on, in English."),
        KeyForm::optional("legend", Form::Table(&LEGEND), "Signs of the legend that mean something of this atlas."),
    ]
    .leak(),
    rules: &[languages::english_first, colours::told_apart],
});

const LANGUAGES: Form = Form::List(&Form::Table(&LANGUAGE));

const LAYERS: Form = Form::List(&Form::Table(&LAYER));

static ABOUT: TableForm = TableForm {
    name: "about",
    subject: Subject::Outer,
    keys: &[
        KeyForm::required("title", Form::Offered, "The name of the site."),
        KeyForm::required("tagline", Form::Offered, "What it is about, in one line."),
        KeyForm::required("introduction", Form::Offered, "The first paragraph of the opening page."),
        KeyForm::required("commentaries", Form::Offered, "What introduces the list of commentaries."),
        KeyForm::required(
            "accent",
            Form::Table(&SHADES),
            "The colour of what stands out: numbers of articles, crossings.",
        ),
    ],
    rules: &[],
};

static SUBJECTS: TableForm = TableForm {
    name: "subjects",
    subject: Subject::Key,
    keys: &[
        KeyForm::required("title", Form::Offered, "The heading over them."),
        KeyForm::optional("places", Form::List(&PLACE), "Ids of the places, in reading order."),
    ],
    rules: &[],
};

static LANGUAGE: TableForm = TableForm {
    name: "language",
    subject: Subject::Key,
    keys: &[
        KeyForm::required("code", Form::LanguageCode, "Its code: en, fa, ckb."),
        KeyForm::required("name", Form::Filled, "What its speakers call it."),
        KeyForm::optional(
            "offered",
            Form::Flag,
            "True when whole pages exist in it, from strings/<code>.toml and about/<code>.md; otherwise places have names in it.",
        ),
    ],
    rules: &[],
};

/// A colour in the palettes of the map.
static SHADES: TableForm = TableForm {
    name: "colour",
    subject: Subject::Key,
    keys: &[
        KeyForm::required("light", Form::Colour, "On light pages: #66081e."),
        KeyForm::required("dark", Form::Colour, "On dark pages."),
        KeyForm::required("print", Form::Colour, "On paper."),
    ],
    rules: &[],
};

static LAYER: TableForm = TableForm {
    name: "layer",
    subject: Subject::Key,
    keys: &[
        KeyForm::required("id", Form::NewId(Thing::Layer), "Addresses and features use it; never renamed."),
        KeyForm::required("name", Form::Offered, "Its name for readers."),
        KeyForm::optional(
            "colour",
            Form::Table(&SHADES),
            "Its colour; left out, its places are drawn in the muted grey.",
        ),
    ],
    rules: &[],
};

static PLACES: TableForm = TableForm {
    name: "places",
    subject: Subject::Key,
    keys: &[
        KeyForm::optional("parties", Form::List(&PLACE), "Ids of the states that are parties to the treaty."),
        KeyForm::optional(
            "main_lines",
            Form::List(&PLACE),
            "Ids of the routes that are drawn as main lines: as railways, and wider.",
        ),
        KeyForm::optional(
            "first",
            Form::List(&PLACE),
            "Ids of the places that come first in their layers, in reading order.",
        ),
        KeyForm::optional("capitals", Form::List(&PLACE), "Ids of the towns that are capitals."),
        KeyForm::optional(
            "termini",
            Form::List(&PLACE),
            "Ids of the places at the ends of a line that the atlas is about.",
        ),
    ],
    rules: &[],
};

static VIEW: TableForm = TableForm {
    name: "view",
    subject: Subject::Key,
    keys: &[
        KeyForm::required(
            "opening",
            Form::Numbers(&BOUNDS),
            "West, south, east and north of the opening view, in degrees.",
        ),
        KeyForm::required("room_ltr", Form::Table(&ROOM), "Room about it where names are written from left to right."),
        KeyForm::required("room_rtl", Form::Table(&ROOM), "Room about it where names are written from right to left."),
        KeyForm::required("prime", Form::Numbers(&BOUNDS), "The region that views of places do not leave, in degrees."),
    ],
    rules: &[],
};

static ROOM: TableForm = TableForm {
    name: "room",
    subject: Subject::Key,
    keys: &[
        KeyForm::required("left", Form::Number, "Kilometres."),
        KeyForm::required("right", Form::Number, "Kilometres."),
        KeyForm::required("top", Form::Number, "Kilometres."),
        KeyForm::required("bottom", Form::Number, "Kilometres."),
    ],
    rules: &[],
};

static CREDITS: TableForm = TableForm {
    name: "credits",
    subject: Subject::Key,
    keys: &[
        KeyForm::required("map", Form::Filled, "The line that every map carries."),
        KeyForm::optional("sources", Form::List(&Form::Filled), "The list on the page about the atlas."),
    ],
    rules: &[],
};

static INSET: TableForm = TableForm {
    name: "inset",
    subject: Subject::Key,
    keys: &[
        KeyForm::required("name", Form::Offered, "What it shows."),
        KeyForm::required("place", PLACE, "The id of the place whose page it leads to."),
        KeyForm::required("middle", Form::Numbers(&POSITION), "Longitude and latitude of its middle."),
        KeyForm::required("size", Form::Numbers(&SIZE), "Its width and height, in kilometres."),
    ],
    rules: &[],
};

static LEGEND: LazyLock<TableForm> = LazyLock::new(|| TableForm {
    name: "legend",
    subject: Subject::Key,
    keys: legend::keys()
        .map(|key| KeyForm::optional(key, Form::Offered, "What it means here."))
        .collect::<Vec<_>>()
        .leak(),
    rules: &[],
});
