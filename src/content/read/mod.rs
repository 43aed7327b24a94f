//! From the tree of a file to the model, reporting whatever does not fit and going on.

mod about;
mod article;
mod commentary;
mod facts;
mod feature;
mod forms;
mod geometry;
mod ground;
mod labels;
mod paragraphs;
mod profile;
mod source;
mod statement;
mod strings;
mod tour;
mod treaty;
mod words;

pub(super) use about::about;
pub(super) use article::articles;
pub(super) use commentary::commentary;
pub(super) use feature::{Place, features};
pub(super) use geometry::{Path, polygon};
pub(super) use ground::ground;
pub(super) use labels::labels;
pub(super) use paragraphs::Paragraphs;
pub(super) use profile::profile;
pub(super) use source::documents;
pub(super) use strings::strings;
pub(super) use tour::tour;
pub(super) use treaty::treaty;

use super::node::Node;
use super::reading::Reading;
use super::table::{Field, Table};

/// Opens the file itself as a table.
fn whole_file<'n>(node: &'n Node, reading: &mut Reading) -> Option<Table<'n>> {
    reading.subject = "the file".into();
    Table::open(Field::subject(node), reading)
}

/// Opens an element of a file; from here on messages are about it, by its id where it has one.
fn element<'n>(sort: &str, node: &'n Node, reading: &mut Reading) -> Option<Table<'n>> {
    reading.subject = match node.get("id").and_then(Node::as_text) {
        Some(id) => format!("{sort} “{id}”"),
        None => format!("the {sort}"),
    };
    Table::open(Field::subject(node), reading)
}
