//! Reading what features say of themselves: figures, other names, status.

use super::super::node::Node;
use super::super::problem::Rule;
use super::super::reading::Reading;
use super::super::registry::Wanted;
use super::super::table::{Field, Table};
use super::forms::day;
use super::geometry::Outline;
use super::statement::{no_repeats, sources, statement_in, text};
use super::words::{choice, number, one_of, slug};
use atlas_model::{ContestedName, Fact, Measure, StatusEntry};

/// The units that figures are given in.
const UNITS: &[&str] = &["km", "km2", "m", "bcm/yr", "t/yr", "MW", "people", "USD", "EUR", "years"];

/// A figure.
pub(super) fn fact(field: Field<'_>, reading: &mut Reading) -> Option<Fact> {
    let mut table = Table::open(field, reading)?;
    let label = table.need("label", reading, text);
    let value = table.need("value", reading, number);
    let max = table.want("max", reading, |field, reading| {
        let max = number(field, reading)?;
        if value.is_some_and(|value| max <= value) {
            let message = format!("{} is {max}, which is not above the value.", field.called(reading));
            reading.report(
                field.node.at,
                Rule::BadNumber,
                message,
                "Give the lower end as the value, the upper as max.",
            );
        }
        Some(max)
    });
    let unit = table.need("unit", reading, |field, reading| one_of(field, UNITS, reading));
    let measure = table.want("measure", reading, choice);
    let over = table.each("over", reading, added);
    no_repeats(&mut table, "over", reading, |item| Some(item.node.as_text()?.to_string()));
    let within = table.want("within", reading, |field, reading| place(field, "is measured within", reading));
    let between = table.each("between", reading, |field, reading| place(field, "is measured between", reading));
    let with = table.want("with", reading, |field, reading| place(field, "measures the border with", reading));
    let from = table.want("from", reading, |field, reading| place(field, "measures the distance from", reading));
    let note = table.want("note", reading, text);
    let sources = sources(&mut table, "leave the figure out", reading);
    table.close(reading);
    Some(Fact {
        label: label?,
        value: value?,
        max,
        unit: unit?.to_string(),
        measure,
        over,
        within,
        between,
        with,
        from,
        measured: None,
        note,
        sources,
    })
}

/// The id of a feature whose length a figure adds up.
fn added(field: Field<'_>, reading: &mut Reading) -> Option<String> {
    place(field, "adds up the place", reading)
}

/// The id of a feature that a figure needs for being measured.
fn place(field: Field<'_>, role: &'static str, reading: &mut Reading) -> Option<String> {
    let id = slug(field, reading)?;
    reading.mention(Wanted::Place(id.clone()), role, field.node.at);
    Some(id)
}

/// What a figure may be measured by, beside the feature's own geometry: key, the measure it belongs to, what it does.
const BY: [(&str, &str, &str); 5] = [
    ("over", "length", "adds up places"),
    ("within", "length", "names a state to stay within"),
    ("between", "length", "names two places to measure between"),
    ("with", "border", "names a neighbour"),
    ("from", "distance", "names a place to measure from"),
];

/// What a measure cannot do without: the measure, the key, what is missing, what to write.
const NEEDS: [(&str, &str, &str, &str); 2] = [
    ("border", "with", "a border, but names no neighbour", "the id of the state or province beyond it"),
    ("distance", "from", "a distance, but not from where", "the id of a place that is drawn as a point"),
];

/// What a figure is measured by fits its measure.
fn check_keys(fact: &Node, reading: &mut Reading) {
    let measure = fact.get("measure").and_then(Node::as_text);
    for (key, wanted, does) in BY {
        if let Some(node) = fact.get(key).filter(|_| measure != Some(wanted)) {
            let message = format!("A figure of {} {does}, but does not ask for the {wanted}.", reading.subject);
            let remedy = format!("Add “measure”: \"{wanted}\", or remove “{key}”.");
            reading.report(node.at, Rule::Unmeasurable, message, remedy);
        }
    }
    for (wanted, key, lacks, what) in NEEDS {
        if let Some(asked) = fact.get("measure").filter(|_| measure == Some(wanted) && fact.get(key).is_none()) {
            let message = format!("A figure of {} asks for {lacks}.", reading.subject);
            reading.report(asked.at, Rule::Unmeasurable, message, format!("Add “{key}”: {what}."));
        }
    }
    let places = fact.get("between").and_then(|node| Some((node.at, node.as_list()?.len())));
    if let Some((at, count)) = places.filter(|(_, count)| *count != 2) {
        let message = format!("A figure of {} is measured between two places, but names {count}.", reading.subject);
        reading.report(at, Rule::Unmeasurable, message, "Name the places at both ends.");
    }
}

/// A figure can only be measured where the geometry has an answer in its unit.
pub(super) fn check_measures(properties: &Node, shape: Option<&Outline<'_>>, reading: &mut Reading) {
    for fact in properties.get("facts").and_then(Node::as_list).unwrap_or_default() {
        check_keys(fact, reading);
        let sum = fact.get("over");
        let Some(wanted) = fact.get("measure") else { continue };
        let unit = fact.get("unit").and_then(Node::as_text).unwrap_or_default();
        let (measure, shape_fits) = match wanted.as_text() {
            Some("length") => {
                (Measure::Length, sum.is_some() || !matches!(shape, Some(Outline::Points(_) | Outline::Areas(_))))
            }
            Some("area") => (Measure::Area, !matches!(shape, Some(Outline::Points(_) | Outline::Lines(_)))),
            Some("border") => (Measure::Border, properties.get("basemap").is_some()),
            Some("distance") => (Measure::Distance, matches!(shape, Some(Outline::Points(_)))),
            _ => continue,
        };
        let problem = if !shape_fits {
            "its geometry has none".to_string()
        } else if !units(measure).contains(&unit) && UNITS.contains(&unit) {
            format!("it is given in {unit}")
        } else {
            continue;
        };
        let noun = wanted.as_text().unwrap_or_default();
        let message = format!("A figure of {} asks for the measured {noun}, but {problem}.", reading.subject);
        let remedy = "Measure the length of lines and borders and the distance of points in km or m and the area of \
                      polygons in km2, or remove “measure”.";
        reading.report(wanted.at, Rule::Unmeasurable, message, remedy);
    }
}

fn units(measure: Measure) -> &'static [&'static str] {
    match measure {
        Measure::Length | Measure::Border | Measure::Distance => &["km", "m"],
        Measure::Area => &["km2"],
    }
}

/// A name that some use.
pub(super) fn contested(field: Field<'_>, reading: &mut Reading) -> Option<ContestedName> {
    let mut table = Table::open(field, reading)?;
    let name = table.need("name", reading, text);
    let used_by = table.need("used_by", reading, text);
    let sources = sources(&mut table, "leave the name out", reading);
    table.close(reading);
    Some(ContestedName { name: name?, used_by: used_by?, sources })
}

/// A dated entry of a status.
pub(super) fn status_entry(field: Field<'_>, reading: &mut Reading) -> Option<StatusEntry> {
    let mut table = Table::open(field, reading)?;
    let date = match table.find("date") {
        Some(field) => day(field, reading),
        None => {
            let message = format!("A status entry of {} has no date.", reading.subject);
            reading.report(field.node.at, Rule::UndatedStatus, message, "Add “date”: 2026-02-18, 2026-02 or 2026.");
            None
        }
    };
    let state = table.want("state", reading, choice);
    let statement = statement_in(&mut table, reading);
    table.close(reading);
    Some(StatusEntry { date: date?, state, statement: statement? })
}
