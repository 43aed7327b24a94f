//! JSON to [`Node`], strictly: no comments, no trailing commas, nothing beyond RFC 8259.

use super::node::{Entry, Malformed, Node, Value};
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt;

/// How deep lists and tables may lie within each other; those of GeoJSON reach to ten.
const DEEPEST: usize = 64;

/// Parses a JSON or GeoJSON file.
///
/// Values are taken from the file as they stand in it, from the outermost to the innermost, so that each knows where it is:
/// a slice of the text.
pub(super) fn parse(text: &str) -> Result<Node, Malformed> {
    let whole = serde_json::from_str(text).map_err(|error| malformed(text, &error))?;
    node(text, whole, 0)
}

/// What is wrong with a text that is not JSON.
fn malformed(text: &str, error: &serde_json::Error) -> Malformed {
    if text.trim().is_empty() {
        return Malformed { at: 0, message: "the file is empty".into() };
    }
    // Reading all of it tells more precisely what is wrong than passing over it.
    let precise = serde_json::from_str::<serde_json::Value>(text).err();
    let error = precise.as_ref().unwrap_or(error);
    let before = text.split_inclusive('\n').take(error.line().saturating_sub(1));
    let line_start: usize = before.map(str::len).sum();
    let at = text.floor_char_boundary((line_start + error.column()).saturating_sub(1));
    let message = reason(error);
    match text[..at].trim_end().strip_suffix(',') {
        _ if text[at..].starts_with(['/', '#']) => Malformed { at, message: "JSON has no comments".into() },
        Some(before) if message == "trailing comma" => Malformed { at: before.len(), message },
        _ => Malformed { at, message },
    }
}

/// What the parser says, without the place.
fn reason(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or_default();
    message.replace("EOF while parsing", "the file ends within")
}

/// The tree of a value that is a part of the text.
fn node(text: &str, raw: &RawValue, depth: usize) -> Result<Node, Malformed> {
    let at = offset(text, raw);
    let unreadable = |error: serde_json::Error| Malformed { at, message: reason(&error) };
    let value = match raw.get().as_bytes().first() {
        _ if depth > DEEPEST => return Err(Malformed { at, message: "this lies too deep within lists".into() }),
        Some(b'n') => Value::Null,
        Some(b't') => Value::Bool(true),
        Some(b'f') => Value::Bool(false),
        Some(b'"') => Value::Text(serde_json::from_str(raw.get()).map_err(unreadable)?),
        Some(b'[') => {
            let items: Vec<&RawValue> = serde_json::from_str(raw.get()).map_err(unreadable)?;
            // Most lists are positions; room for more than two numbers would double what they take.
            let mut nodes = Vec::with_capacity(items.len());
            for item in items {
                nodes.push(node(text, item, depth + 1)?);
            }
            Value::List(nodes)
        }
        Some(b'{') => {
            let Entries(entries) = serde_json::from_str(raw.get()).map_err(unreadable)?;
            let entry = |(key, value): (&RawValue, &RawValue)| {
                let name = serde_json::from_str(key.get()).map_err(unreadable)?;
                Ok(Entry { key: name, at: offset(text, key), node: node(text, value, depth + 1)? })
            };
            Value::Table(entries.into_iter().map(entry).collect::<Result<_, _>>()?)
        }
        // The nearest number that there is, where serde_json may be off by the last bit.
        _ => Value::Number(raw.get().parse().unwrap_or(f64::NAN)),
    };
    Ok(Node { at, value })
}

/// Where in the text a part of it begins, in bytes.
fn offset(text: &str, part: &RawValue) -> usize {
    part.get().as_ptr().addr() - text.as_ptr().addr()
}

/// The keys and values of a table, those given twice included.
struct Entries<'t>(Vec<(&'t RawValue, &'t RawValue)>);

impl<'t> Deserialize<'t> for Entries<'t> {
    fn deserialize<D: Deserializer<'t>>(deserializer: D) -> Result<Entries<'t>, D::Error> {
        deserializer.deserialize_map(EntriesVisitor)
    }
}

struct EntriesVisitor;

impl<'t> Visitor<'t> for EntriesVisitor {
    type Value = Entries<'t>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a table")
    }

    fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<Entries<'t>, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Entries(entries))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The tree without its offsets.
    fn plain(node: &Node) -> serde_json::Value {
        match &node.value {
            Value::Null => serde_json::Value::Null,
            Value::Bool(truth) => (*truth).into(),
            Value::Number(number) => (*number).into(),
            Value::Text(text) | Value::Date(text) => text.as_str().into(),
            Value::List(items) => items.iter().map(plain).collect::<Vec<_>>().into(),
            Value::Table(entries) => {
                serde_json::Value::Object(entries.iter().map(|one| (one.key.clone(), plain(&one.node))).collect())
            }
        }
    }

    fn values() -> impl Strategy<Value = serde_json::Value> {
        let leaf = prop_oneof![
            Just(serde_json::Value::Null),
            any::<bool>().prop_map(Into::into),
            (-1e9..1e9).prop_map(|number: f64| number.into()),
            ".*".prop_map(|text: String| text.into()),
        ];
        leaf.prop_recursive(4, 40, 6, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Into::into),
                prop::collection::btree_map(".*", inner, 0..6)
                    .prop_map(|fields| serde_json::Value::Object(fields.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn reads_what_was_written(value in values(), pretty in any::<bool>()) {
            let text = if pretty { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) };
            let node = parse(&text.expect("text")).expect("sound JSON");
            prop_assert_eq!(plain(&node), value);
        }
    }

    #[test]
    fn knows_where_things_stand() {
        let text = r#" { "a": [1, "b"] }"#;
        let node = parse(text).expect("sound JSON");
        let list = node.get("a").expect("a list");
        assert_eq!((node.at, list.at), (1, 8));
        assert_eq!(list.as_list().map(|items| items[1].at), Some(12));
    }

    #[test]
    fn what_is_not_json_is_explained_where_it_stands() {
        for (text, at, message) in [
            ("", 0, "the file is empty"),
            ("{\"a\": 1, // one\n}", 9, "JSON has no comments"),
            ("[1,\n2, ]", 5, "trailing comma"),
            ("[1, 2", 4, "the file ends within a list"),
            (r#"{"a": ["\ud800"]}"#, 7, "unexpected end of hex escape"),
            ("[01]", 2, "invalid number"),
        ] {
            assert_eq!(parse(text), Err(Malformed { at, message: message.into() }), "{text}");
        }
        let deep = "[".repeat(100_000) + &"]".repeat(100_000);
        assert!(parse(&deep).is_err());
    }
}
