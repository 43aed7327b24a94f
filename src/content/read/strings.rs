//! The words of the interface in one language.

use super::check;
use crate::layout::STRINGS;
use crate::node::Node;
use crate::reading::Reading;
use crate::rules::letters;
use atlas_model::{Lang, Strings};

/// Reads a file of `strings/`; `None` when a word is missing.
pub(crate) fn strings(file: &Node, lang: Lang, reading: &mut Reading) -> Option<Strings> {
    check(file, &STRINGS, reading);
    letters::in_strings(file, lang, reading);
    let word = |key: &str| file.get(key).filter(|node| !reading.unsound.has(node)).and_then(Node::as_text);
    Strings::new(|key| word(key).map(str::to_string))
}
