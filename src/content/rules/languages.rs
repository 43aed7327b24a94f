//! English comes first, and whole pages exist in it.

use super::Rule;
use crate::field::Field;
use crate::node::Node;
use crate::reading::Reading;
use atlas_model::Lang;

/// Every text of an atlas exists in English, and pages in it have no language in their address.
pub(crate) fn english_first(file: Field<'_>, reading: &mut Reading) {
    let Some(first) = file.node.get("language").and_then(Node::as_list).and_then(|list| list.first()) else { return };
    let is_english = first.get("code").and_then(Node::as_text) == Some(Lang::ENGLISH.code());
    if !is_english || first.get("offered").and_then(Node::as_bool) != Some(true) {
        let remedy = "Begin the list with code = \"en\", offered = true.";
        reading.report(first.at, Rule::MissingEnglish, "The first language is not English, offered.", remedy);
    }
}
