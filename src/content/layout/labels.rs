//! `labels.toml`: names of the ground.

use super::shared::POSITION;
use crate::form::{Form, KeyForm, NumberList, Subject, TableForm};
use crate::rules::numbers;

pub(crate) static LABELS: TableForm = TableForm {
    name: "labels file",
    subject: Subject::Named("the file"),
    keys: &[
        KeyForm::optional("state", Form::List(&Form::Table(&STATE)), "States, lettered at fixed places."),
        KeyForm::optional(
            "water",
            Form::List(&Form::Table(&WATER)),
            "Seas, gulfs and lakes, lettered along their shape.",
        ),
        KeyForm::optional("river", Form::List(&Form::Table(&RIVER)), "Rivers, lettered beside their own course."),
    ],
    rules: &[],
};

const NAME: KeyForm = KeyForm::required("name", Form::Offered, "Its name.");
const RANK: KeyForm =
    KeyForm::required("rank", Form::Whole(1, 5), "How soon it is lettered: 1 on the smallest map, 5 only close up.");
const FROM: KeyForm = KeyForm::optional("from", Form::Number, "The zoom from which it is lettered here.");

/// A place, and the zoom from which a state is lettered there.
const PLACE_AND_ZOOM: NumberList = NumberList {
    written: "[longitude, latitude] or [longitude, latitude, zoom]",
    count: (2, 3),
    fits: |place| numbers::on_globe(&place[..2]),
};

static STATE: TableForm = TableForm {
    name: "state label",
    subject: Subject::Id("state"),
    keys: &[
        KeyForm::required("id", Form::Filled, "Its ISO code, in three letters."),
        NAME,
        RANK,
        KeyForm::optional(
            "places",
            Form::List(&Form::Numbers(&PLACE_AND_ZOOM)),
            "Where it is lettered, and from which zoom on.",
        ),
    ],
    rules: &[],
};

static WATER: TableForm = TableForm {
    name: "water label",
    subject: Subject::Id("water"),
    keys: &[
        KeyForm::required("id", Form::Filled, "The id of the place that shows the same, where there is one."),
        NAME,
        RANK,
        KeyForm::optional("spine", Form::List(&Form::Table(&SPINE)), "Where its names go."),
    ],
    rules: &[],
};

static SPINE: TableForm = TableForm {
    name: "spine",
    subject: Subject::Key,
    keys: &[
        FROM,
        KeyForm::required("points", Form::List(&Form::Numbers(&POSITION)), "Three places that the name bends through."),
    ],
    rules: &[numbers::three_points],
};

static RIVER: TableForm = TableForm {
    name: "river label",
    subject: Subject::Id("river"),
    keys: &[
        NAME,
        FROM,
        KeyForm::optional("places", Form::List(&Form::Numbers(&POSITION)), "Near which places it is lettered."),
    ],
    rules: &[],
};
