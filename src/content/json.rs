//! JSON to [`Node`], strictly: no comments, no trailing commas, nothing beyond RFC 8259.

use super::node::{Entry, Malformed, Node, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, ast, parse_to_ast};

const STRICT: ParseOptions = ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

/// Parses a JSON or GeoJSON file.
pub(super) fn parse(text: &str) -> Result<Node, Malformed> {
    let tree = parse_to_ast(text, &CollectOptions::default(), &STRICT)
        .map_err(|error| Malformed { at: error.range().start, message: sentence(&error.kind().to_string()) })?;
    let value = tree.value.ok_or_else(|| Malformed { at: 0, message: "the file is empty".into() })?;
    strict(text)?;
    Ok(node(value))
}

/// Catches what the first parser lets pass: line breaks inside texts, spaces that JSON does not know.
fn strict(text: &str) -> Result<(), Malformed> {
    let Err(error) = serde_json::from_str::<serde::de::IgnoredAny>(text) else { return Ok(()) };
    let line_start: usize = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    let at = text.floor_char_boundary(line_start + error.column().saturating_sub(1));
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or_default();
    Err(Malformed { at, message: message.into() })
}

/// The parser's remark as the second half of a sentence.
fn sentence(message: &str) -> String {
    let mut letters = message.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

fn node(value: ast::Value<'_>) -> Node {
    let at = value.start();
    let value = match value {
        ast::Value::NullKeyword(_) => Value::Null,
        ast::Value::BooleanLit(truth) => Value::Bool(truth.value),
        ast::Value::NumberLit(number) => Value::Number(number.value.parse().unwrap_or(f64::NAN)),
        ast::Value::StringLit(text) => Value::Text(text.value.into_owned()),
        ast::Value::Array(list) => Value::List(list.elements.into_iter().map(node).collect()),
        ast::Value::Object(table) => Value::Table(table.properties.into_iter().map(entry).collect()),
    };
    Node { at, value }
}

fn entry(property: ast::ObjectProp<'_>) -> Entry {
    let at = property.name.start();
    Entry { key: property.name.into_string(), at, node: node(property.value) }
}
