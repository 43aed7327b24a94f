//! What is said has a source.

use super::Rule;
use crate::field::Field;
use crate::node::Node;
use crate::reading::Reading;
use atlas_model::Confidence;

/// A statement names a source, or is marked as unverified.
pub(crate) fn of_statement(field: Field<'_>, reading: &mut Reading) {
    let confidence = field.node.get("confidence").and_then(crate::form::choice::<Confidence>);
    if confidence != Some(Confidence::Unverified) {
        named(field, "mark it: confidence = \"unverified\"", reading);
    }
}

/// A figure names a source.
pub(crate) fn of_figure(field: Field<'_>, reading: &mut Reading) {
    named(field, "leave the figure out", reading);
}

/// A contested name has a source.
pub(crate) fn of_name(field: Field<'_>, reading: &mut Reading) {
    named(field, "leave the name out", reading);
}

/// `otherwise` says what to do when there is none.
fn named(field: Field<'_>, otherwise: &str, reading: &mut Reading) {
    if field.node.get("sources").and_then(Node::as_list).is_none_or(<[Node]>::is_empty) {
        let message = format!("{} names no source.", field.called(reading));
        let remedy = format!("Add sources = [\"…\"], or {otherwise}.");
        reading.report(field.node.at, Rule::MissingSource, message, remedy);
    }
}
