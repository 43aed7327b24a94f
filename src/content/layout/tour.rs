//! `tours/*.toml`: guided readings of the map.

use super::shared::STATEMENT;
use crate::form::{Form, KeyForm, Subject, TableForm};
use crate::registry::Thing;

pub(crate) static TOUR: TableForm = TableForm {
    name: "tour file",
    subject: Subject::IdOf("tour"),
    keys: &[
        KeyForm::required("tour", Form::Table(&ABOUT), "The tour."),
        KeyForm::required("stop", Form::List(&Form::Table(&STOP)), "Its stops, in order."),
    ],
    rules: &[],
};

static ABOUT: TableForm = TableForm {
    name: "tour",
    subject: Subject::Id("tour"),
    keys: &[
        KeyForm::required("id", Form::NewId(Thing::Tour), "Part of its address."),
        KeyForm::required("title", Form::Text, "Its title."),
        KeyForm::required("intro", Form::Table(&STATEMENT), "What it shows."),
    ],
    rules: &[],
};

static STOP: TableForm = TableForm {
    name: "stop",
    subject: Subject::Key,
    keys: &[
        KeyForm::required(
            "target",
            Form::Target,
            "What is shown: place:<id>, article:<number>, claim:<id> or source:<id>.",
        ),
        KeyForm::optional(
            "view",
            Form::View,
            "Longitude, latitude (degrees) and zoom (0 is the whole map, +1 doubles the scale).",
        ),
        KeyForm::required("caption", Form::Table(&STATEMENT), "What is said there."),
    ],
    rules: &[],
};
