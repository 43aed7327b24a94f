//! JSON to [`Node`], strictly: no comments, no trailing commas, nothing beyond RFC 8259.

use super::node::{Entry, Malformed, Node, Value};
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

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
///
/// A file is first looked through without keeping anything. One that is sound is then read by a [`Reader`] that need not
/// expect errors; only a malformed one is worth a parser that can explain what is wrong, at many times the room.
pub(super) fn parse(text: &str) -> Result<Node, Malformed> {
    match serde_json::from_str::<serde::de::IgnoredAny>(text) {
        Ok(_) => Ok(Reader { text, at: 0 }.value()),
        Err(error) => Err(explain(text, &error)),
    }
}

/// What is wrong with a text that is not JSON.
fn explain(text: &str, error: &serde_json::Error) -> Malformed {
    match parse_to_ast(text, &CollectOptions::default(), &STRICT) {
        Err(error) => Malformed { at: error.range().start, message: sentence(&error.kind().to_string()) },
        Ok(tree) if tree.value.is_none() => Malformed { at: 0, message: "the file is empty".into() },
        // This parser lets some things pass: line breaks inside texts, spaces that JSON does not know.
        Ok(_) => {
            let before = text.split_inclusive('\n').take(error.line().saturating_sub(1));
            let line_start: usize = before.map(str::len).sum();
            let at = text.floor_char_boundary(line_start + error.column().saturating_sub(1));
            let message = error.to_string();
            let message = message.split(" at line ").next().unwrap_or_default();
            Malformed { at, message: message.into() }
        }
    }
}

/// The parser's remark as the second half of a sentence.
fn sentence(message: &str) -> String {
    let mut letters = message.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// Reads JSON that is known to be sound, value by value.
struct Reader<'t> {
    text: &'t str,
    at: usize,
}

impl Reader<'_> {
    fn value(&mut self) -> Node {
        self.skip_spaces();
        let at = self.at;
        let value = match self.byte() {
            b'n' => self.word("null", Value::Null),
            b't' => self.word("true", Value::Bool(true)),
            b'f' => self.word("false", Value::Bool(false)),
            b'"' => Value::Text(self.string()),
            b'[' => Value::List(self.items(Reader::value)),
            b'{' => Value::Table(self.items(Reader::entry)),
            _ => Value::Number(self.number()),
        };
        Node { at, value }
    }

    fn entry(&mut self) -> Entry {
        self.skip_spaces();
        let at = self.at;
        let key = self.string();
        self.skip_spaces();
        // The colon.
        self.at += 1;
        Entry { key, at, node: self.value() }
    }

    /// What stands in brackets or braces, separated by commas.
    fn items<T>(&mut self, read: impl Fn(&mut Self) -> T) -> Vec<T> {
        let mut items = Vec::new();
        self.at += 1;
        self.skip_spaces();
        while !matches!(self.byte(), b']' | b'}' | 0) {
            items.push(read(self));
            self.skip_spaces();
            if self.byte() == b',' {
                self.at += 1;
                self.skip_spaces();
            }
        }
        self.at += 1;
        // Most lists are positions; room for more would double what they take.
        items.shrink_to_fit();
        items
    }

    fn string(&mut self) -> String {
        let start = self.at;
        self.at += 1;
        while !matches!(self.byte(), b'"' | 0) {
            self.at += if self.byte() == b'\\' { 2 } else { 1 };
        }
        self.at += 1;
        let quoted = self.text.get(start..self.at).unwrap_or_default();
        serde_json::from_str(quoted).unwrap_or_default()
    }

    fn number(&mut self) -> f64 {
        let start = self.at;
        while matches!(self.byte(), b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E') {
            self.at += 1;
        }
        self.text.get(start..self.at).and_then(|digits| digits.parse().ok()).unwrap_or(f64::NAN)
    }

    fn word(&mut self, word: &str, value: Value) -> Value {
        self.at += word.len();
        value
    }

    fn skip_spaces(&mut self) {
        while matches!(self.byte(), b' ' | b'\t' | b'\n' | b'\r') {
            self.at += 1;
        }
    }

    /// The next byte; 0, which no sound text has, at the end.
    fn byte(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
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
}
