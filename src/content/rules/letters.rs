//! Persian is written with the letters of Persian, and the ezafe after a silent he in one way.

use super::Rule;
use crate::field::Field;
use crate::node::{Node, Value};
use crate::reading::Reading;
use atlas_model::Lang;

/// The language that the rule is about.
pub(super) const PERSIAN: Lang = Lang::new("fa");

/// Letters that look alike but are not found by a search for the other, and what to write instead.
const INSTEAD: [(char, &str); 4] = [('ۀ', "ه\u{654}"), ('ي', "ی"), ('ى', "ی"), ('ك', "ک")];

/// Reports letters that Persian texts of the atlas are not written with.
pub(super) fn persian(field: Field<'_>, text: &str, reading: &mut Reading) {
    for (letter, instead) in INSTEAD.into_iter().filter(|(letter, _)| text.contains(*letter)) {
        let message = format!("{} has the letter {} in Persian.", field.called(reading), point(letter));
        let points: Vec<String> = instead.chars().map(point).collect();
        reading.report(
            field.node.at,
            Rule::ForeignLetter,
            message,
            format!("Write “{instead}”, {}.", points.join(" ")),
        );
    }
}

/// Reports such letters in the words of the interface.
pub(crate) fn in_strings(strings: &Node, lang: Lang, reading: &mut Reading) {
    let Value::Table(entries) = &strings.value else { return };
    for entry in entries.iter().filter(|_| lang == PERSIAN) {
        if let Some(text) = entry.node.as_text() {
            persian(Field { name: &entry.key, node: &entry.node }, text, reading);
        }
    }
}

/// The name of a character that does not depend on how it looks.
fn point(letter: char) -> String {
    format!("U+{:04X}", u32::from(letter))
}
