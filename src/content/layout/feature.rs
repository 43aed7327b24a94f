//! `features/*.geojson`: the places.

use super::shared::{ARTICLE_LINK, CONFIDENCE, SOURCE, SOURCES, STATEMENT, TEXT};
use crate::form::{Form, KeyForm, Subject, TableForm, words};
use crate::registry::{Thing, Wanted};
use crate::rules::{figures, geometry, sources, status};
use atlas_model::{Kind, Measure, Quality, State};

pub(crate) static FEATURES: TableForm = TableForm {
    name: "features file",
    subject: Subject::Named("the file"),
    keys: &[
        KeyForm::required("type", Form::Word(|| &["FeatureCollection"]), "As GeoJSON has it."),
        KeyForm::required("features", Form::List(&Form::Table(&FEATURE)), "The places."),
    ],
    rules: &[],
};

static FEATURE: TableForm = TableForm {
    name: "feature",
    subject: Subject::Id("feature"),
    keys: &[
        KeyForm::required("type", Form::Word(|| &["Feature"]), "As GeoJSON has it."),
        KeyForm::required("id", Form::NewId(Thing::Place), "Part of the address of its page; never renamed."),
        KeyForm::required(
            "geometry",
            Form::TableOrNull(&GEOMETRY),
            "Points, lines or polygons; null for actors off the map and for areas taken from the basemap.",
        ),
        KeyForm::required("properties", Form::Table(&PROPERTIES), "What is known of it."),
    ],
    rules: &[geometry::sound, geometry::described, geometry::only_one],
};

static GEOMETRY: TableForm = TableForm {
    name: "geometry",
    subject: Subject::Key,
    keys: &[
        KeyForm::required("type", Form::Word(|| geometry::TYPES), "As GeoJSON has it."),
        KeyForm::required("coordinates", Form::Coordinates, "Longitude, latitude in degrees, at most four decimals."),
    ],
    rules: &[],
};

static PROPERTIES: TableForm = TableForm {
    name: "place",
    subject: Subject::Outer,
    keys: &[
        KeyForm::required("kind", Form::Word(words::<Kind>), "What sort of thing it is; decides its symbol."),
        KeyForm::required(
            "layer",
            Form::Layer,
            "The layer of atlas.toml it belongs to; decides its colour and its group.",
        ),
        KeyForm::required(
            "rank",
            Form::Whole(1, 5),
            "How soon its label appears: 1 on the smallest map, 5 only close up.",
        ),
        KeyForm::required("name", Form::Name, "The neutral name, in all languages."),
        KeyForm::optional("label", Form::Text, "A shorter name for the map."),
        KeyForm::optional("contested", Form::List(&Form::Table(&CONTESTED)), "Other names and who uses them."),
        KeyForm::required("summary", Form::Table(&STATEMENT), "What it is; not what commentators say about it."),
        KeyForm::optional("facts", Form::List(&Form::Table(&FIGURE)), "Figures."),
        KeyForm::optional("status", Form::List(&Form::Table(&STATUS)), "What happened to it, the oldest first."),
        KeyForm::optional("as_of", Form::Date, "The date of the newest information; needed when there is a status."),
        KeyForm::optional(
            "articles",
            Form::Links(&Form::Table(&ARTICLE_LINK)),
            "Links to articles that no claim makes.",
        ),
        KeyForm::optional("mode", Form::Word(words::<Kind>), "For a route that is of one kind throughout: that kind."),
        KeyForm::optional("part_of", Form::Id(Wanted::Place, "is part of"), "The id of the place it is a part of."),
        KeyForm::optional(
            "basemap",
            Form::Links(&Form::BasemapArea),
            "Areas of the basemap that are its geometry: country:FRA, province:Brittany, sea:North Sea, lake:Geneva.",
        ),
        KeyForm::optional("quality", Form::Word(words::<Quality>), "How closely its geometry follows the ground."),
        KeyForm::optional("provenance", Form::Table(&STATEMENT), "Where its geometry is from."),
        KeyForm::optional("licence", Form::Filled, "The licence of its geometry."),
    ],
    rules: &[status::ordered, status::as_of],
};

static CONTESTED: TableForm = TableForm {
    name: "contested name",
    subject: Subject::Key,
    keys: &[
        KeyForm::required("name", Form::Text, "The name."),
        KeyForm::required("used_by", Form::Text, "Who uses it."),
        KeyForm::required_by_rule("sources", Form::List(&SOURCE), "Ids of the documents that use it."),
    ],
    rules: &[sources::of_name],
};

static STATUS: TableForm = TableForm {
    name: "status entry",
    subject: Subject::Key,
    keys: &[
        KeyForm::required_by_rule("date", Form::Date, "From when: 2026-02-18, 2026-02 or 2026."),
        KeyForm::optional(
            "state",
            Form::Word(words::<State>),
            "Its condition from then on; left out for a plain event.",
        ),
        TEXT,
        SOURCES,
        CONFIDENCE,
    ],
    rules: &[status::dated, sources::of_statement],
};

static FIGURE: TableForm = TableForm {
    name: "figure",
    subject: Subject::Key,
    keys: &[
        KeyForm::required("label", Form::Text, "What the figure is of."),
        KeyForm::required("value", Form::Number, "The figure; the lower end of a range."),
        KeyForm::optional("max", Form::Number, "The upper end of a range."),
        KeyForm::required("unit", Form::Word(|| figures::UNITS), "The unit of value and max."),
        KeyForm::optional(
            "measure",
            Form::Word(words::<Measure>),
            "What is measured from the geometry and shown beside it.",
        ),
        KeyForm::optional(
            "over",
            Form::Links(&Form::Id(Wanted::Place, "adds up the place")),
            "Ids of the lines whose lengths are added up, instead of its own.",
        ),
        KeyForm::optional(
            "within",
            Form::Id(Wanted::Place, "is measured within"),
            "The id of the state within which a length is measured.",
        ),
        KeyForm::optional(
            "between",
            Form::List(&Form::Id(Wanted::Place, "is measured between")),
            "Ids of the two places between which a length is measured.",
        ),
        KeyForm::optional(
            "with",
            Form::Id(Wanted::Place, "measures the border with"),
            "The id of the neighbour whose border is measured.",
        ),
        KeyForm::optional(
            "from",
            Form::Id(Wanted::Place, "measures the distance from"),
            "The id of the place from which a distance is measured.",
        ),
        KeyForm::optional("note", Form::Text, "An explanation."),
        KeyForm::required_by_rule("sources", Form::List(&SOURCE), "Ids of the documents that give the figure."),
    ],
    rules: &[figures::range, figures::keys, sources::of_figure],
};
