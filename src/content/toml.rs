//! TOML to [`Node`].

use super::node::{Entry, Malformed, Node, Value};
use std::ops::Range;
use toml_edit::{ArrayOfTables, Document, Item, TableLike};

/// Parses a TOML file.
pub(super) fn parse(text: &str) -> Result<Node, Malformed> {
    let document = Document::parse(text).map_err(|error| Malformed {
        at: error.span().map_or(0, |span| span.start),
        message: error.message().trim().replace('\n', "; "),
    })?;
    Ok(Node { at: 0, value: table(document.as_table(), 0) })
}

/// Where a span begins; values that TOML only implies stand where their parent does.
fn start(span: Option<Range<usize>>, parent: usize) -> usize {
    span.map_or(parent, |span| span.start)
}

fn table(table: &dyn TableLike, at: usize) -> Value {
    let entries = table.iter().map(|(key, item)| {
        let key_at = start(table.key(key).and_then(|key| key.span()), at);
        Entry { key: key.to_string(), at: key_at, node: node(item, key_at) }
    });
    Value::Table(entries.collect())
}

fn node(item: &Item, parent: usize) -> Node {
    let at = start(item.span(), parent);
    let value = match item {
        Item::None => Value::Null,
        Item::Value(inner) => value(inner, at),
        Item::Table(inner) => table(inner, at),
        Item::ArrayOfTables(tables) => array_of_tables(tables, at),
    };
    Node { at, value }
}

fn array_of_tables(tables: &ArrayOfTables, parent: usize) -> Value {
    let items = tables.iter().map(|inner| {
        let at = start(inner.span(), parent);
        Node { at, value: table(inner, at) }
    });
    Value::List(items.collect())
}

fn value(value_: &toml_edit::Value, at: usize) -> Value {
    match value_ {
        toml_edit::Value::String(text) => Value::Text(text.value().clone()),
        toml_edit::Value::Integer(number) => Value::Number(*number.value() as f64),
        toml_edit::Value::Float(number) => Value::Number(*number.value()),
        toml_edit::Value::Boolean(truth) => Value::Bool(*truth.value()),
        toml_edit::Value::Datetime(date) => Value::Date(date.value().to_string()),
        toml_edit::Value::InlineTable(inner) => table(inner, at),
        toml_edit::Value::Array(items) => Value::List(
            items
                .iter()
                .map(|item| {
                    let at = start(item.span(), at);
                    Node { at, value: value(item, at) }
                })
                .collect(),
        ),
    }
}
