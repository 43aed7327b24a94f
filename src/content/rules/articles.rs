//! The preamble and every article are there.

use super::Rule;
use crate::field::Field;
use crate::node::Node;
use crate::reading::Reading;

/// No number is missing from the list of articles.
pub(crate) fn complete(file: Field<'_>, reading: &mut Reading) {
    let Some(last) = reading.vocabulary.articles else { return };
    let Some(list) = file.node.get("article").and_then(Node::as_list) else { return };
    let present: Vec<f64> = list.iter().filter_map(|article| article.get("number")?.as_number()).collect();
    for number in (0..=last).filter(|number| !present.contains(&f64::from(*number))) {
        let message = format!("Article {number} is not there.");
        let remedy = format!("Add an [[article]] with number = {number}.");
        reading.report(file.node.at, Rule::MissingArticle, message, remedy);
    }
}
