//! A value is of the type that its key asks for.

use super::Rule;
use crate::field::Field;
use crate::node::Node;
use crate::reading::Reading;

/// Reports that a value is not what it should be.
pub(super) fn wrong_type(field: Field<'_>, expected: &str, remedy: &str, reading: &mut Reading) {
    let message = format!("{} is {}, not {expected}.", field.called(reading), field.node.type_name());
    reading.report(field.node.at, Rule::WrongType, message, remedy);
}

/// A text in quotes.
pub(super) fn text<'n>(field: Field<'n>, reading: &mut Reading) -> Option<&'n str> {
    let text = field.node.as_text();
    if text.is_none() {
        wrong_type(field, "a text", "Put it in quotes.", reading);
    }
    text
}

/// A number.
pub(super) fn number(field: Field<'_>, reading: &mut Reading) -> Option<f64> {
    let number = field.node.as_number().filter(|number| number.is_finite());
    if number.is_none() {
        wrong_type(field, "a number", "Write digits, without quotes and unit.", reading);
    }
    number
}

/// True or false.
pub(super) fn flag(field: Field<'_>, reading: &mut Reading) -> Option<bool> {
    let flag = field.node.as_bool();
    if flag.is_none() {
        wrong_type(field, "true or false", "Write true or false, without quotes.", reading);
    }
    flag
}

/// The items of a list.
pub(super) fn list<'n>(field: Field<'n>, reading: &mut Reading) -> Option<&'n [Node]> {
    let items = field.node.as_list();
    if items.is_none() {
        wrong_type(field, "a list", "Put it in [ ].", reading);
    }
    items
}

/// Reports an element that its form allows and the model does not: nothing may be lost in silence.
pub(crate) fn unfit(element: &Node, why: &str, reading: &mut Reading) {
    let message = format!("This cannot be taken into the atlas: {why}.");
    reading.report(element.at, Rule::WrongType, message, "Write it as geodata/README.md shows.");
}
