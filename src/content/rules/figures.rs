//! Figures: the ends of a range, and what can be measured for them.

use super::Rule;
use super::drawing::Drawing;
use crate::field::Field;
use crate::node::Node;
use crate::reading::Reading;
use atlas_model::Measure;

/// The units that figures are given in.
pub(crate) const UNITS: &[&str] = &["km", "km2", "m", "bcm/yr", "t/yr", "MW", "people", "USD", "EUR", "years"];

/// The upper end of a range lies above the lower one.
pub(crate) fn range(figure: Field<'_>, reading: &mut Reading) {
    let number = |key: &str| figure.node.get(key).and_then(Node::as_number);
    let (Some(node), Some(value), Some(max)) = (figure.node.get("max"), number("value"), number("max")) else { return };
    if max <= value {
        let called = Field { name: "max", node }.called(reading);
        let message = format!("{called} is {max}, which is not above the value.");
        reading.report(node.at, Rule::BadNumber, message, "Give the lower end as the value, the upper as max.");
    }
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
pub(crate) fn keys(figure: Field<'_>, reading: &mut Reading) {
    let fact = figure.node;
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
pub(super) fn measurable(properties: &Node, shape: Option<&Drawing<'_>>, reading: &mut Reading) {
    for fact in properties.get("facts").and_then(Node::as_list).unwrap_or_default() {
        let sum = fact.get("over");
        let Some(wanted) = fact.get("measure") else { continue };
        let unit = fact.get("unit").and_then(Node::as_text).unwrap_or_default();
        let (measure, shape_fits) = match wanted.as_text() {
            Some("length") => {
                (Measure::Length, sum.is_some() || !matches!(shape, Some(Drawing::Points(_) | Drawing::Areas(_))))
            }
            Some("area") => (Measure::Area, !matches!(shape, Some(Drawing::Points(_) | Drawing::Lines(_)))),
            Some("border") => (Measure::Border, properties.get("basemap").is_some()),
            Some("distance") => (Measure::Distance, matches!(shape, Some(Drawing::Points(_)))),
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
