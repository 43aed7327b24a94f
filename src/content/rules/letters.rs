//! Persian is written with the letters of Persian, and the ezafe after a silent he in one way.

use super::super::node::Node;
use super::super::problem::Rule;
use super::super::reading::Reading;
use super::super::table::Field;

/// Letters that look alike but are not found by a search for the other, and what to write instead.
const INSTEAD: [(char, &str); 4] = [('ۀ', "ه\u{654}"), ('ي', "ی"), ('ى', "ی"), ('ك', "ک")];

/// Reports letters that Persian texts of the atlas are not written with.
pub(crate) fn check(field: Field<'_>, node: &Node, text: &str, reading: &mut Reading) {
    for (letter, instead) in INSTEAD.into_iter().filter(|(letter, _)| text.contains(*letter)) {
        let message = format!("{} has the letter {} in Persian.", field.called(reading), point(letter));
        let points: Vec<String> = instead.chars().map(point).collect();
        reading.report(node.at, Rule::ForeignLetter, message, format!("Write “{instead}”, {}.", points.join(" ")));
    }
}

/// The name of a character that does not depend on how it looks.
fn point(letter: char) -> String {
    format!("U+{:04X}", u32::from(letter))
}
