//! From the tree of a file that has been checked to the model. What the rules have marked as unsound is left out.

mod about;
mod commentary;
mod feature;
mod ground;
mod labels;
mod profile;
mod sound;
mod strings;
mod tour;
mod treaty;

pub(super) use about::about;
pub(super) use commentary::{Reviewed, commentary};
pub(super) use feature::{ReadFeature, features};
pub(super) use ground::ground;
pub(super) use labels::labels;
pub(super) use profile::profile;
pub(super) use strings::strings;
pub(super) use tour::tour;
pub(super) use treaty::{articles, documents, treaty};

use super::field::Field;
use super::form::TableForm;
use super::node::Node;
use super::reading::Reading;
use super::rules::{table, types};
use serde::de::DeserializeOwned;
use sound::Sound;

/// Checks a file; afterwards, what of it is not marked can be read.
fn check(file: &Node, form: &TableForm, reading: &mut Reading) {
    table::check(Field::subject(file), form, reading);
}

/// Takes what is sound of an element into the model.
fn element<T: DeserializeOwned>(node: &Node, reading: &mut Reading) -> Option<T> {
    element_with(node, "", None, reading)
}

/// Takes an element into the model together with a value from elsewhere in the file.
fn element_with<T: DeserializeOwned>(
    node: &Node,
    key: &'static str,
    added: Option<&Node>,
    reading: &mut Reading,
) -> Option<T> {
    let read = Sound::new(node, &reading.unsound)?.with(key, added).read();
    read.map_err(|why| types::unfit(node, &why.to_string(), reading)).ok()
}

/// The elements of a list; none where there is no list.
fn list<'n>(file: &'n Node, key: &str) -> &'n [Node] {
    file.get(key).and_then(Node::as_list).unwrap_or_default()
}
