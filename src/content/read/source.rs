//! Reading `sources/*.toml`: the documents that statements cite.

use super::super::node::Node;
use super::super::reading::Reading;
use super::super::registry::Thing;
use super::super::table::Field;
use super::words::{filled, language, slug, url};
use super::{element, forms::day, whole_file};
use atlas_model::Document;

/// Reads a file of documents.
pub(crate) fn documents(node: &Node, reading: &mut Reading) -> Vec<Document> {
    let Some(mut file) = whole_file(node, reading) else { return Vec::new() };
    let Some(list) = file.demand("document", reading) else { return Vec::new() };
    file.close(reading);
    list.items(reading).into_iter().filter_map(|item| document(item, reading)).collect()
}

fn document(field: Field<'_>, reading: &mut Reading) -> Option<Document> {
    let mut table = element("document", field.node, reading)?;
    let id = table.need("id", reading, |field, reading| {
        let id = slug(field, reading)?;
        reading.give(Thing::Document, &id, field.node.at);
        Some(id)
    });
    let publisher = table.need("publisher", reading, filled);
    let title = table.need("title", reading, filled);
    let date = table.want("date", reading, day);
    let url = table.want("url", reading, url);
    let language = table.want("language", reading, language);
    table.close(reading);
    Some(Document { id: id?, publisher: publisher?, title: title?, date, url, language })
}
