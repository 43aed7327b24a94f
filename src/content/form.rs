//! How the content is written: the forms of values, and of the tables of keys that files are made of.
//!
//! The tables themselves are in [`layout`](super::layout). `rules` checks files against them, and `schema` tells them to
//! editors, so that what an editor offers and what `check` accepts cannot differ.

use super::field::Field;
use super::node::Node;
use super::reading::Reading;
use super::registry::{Thing, Wanted};
use serde::de::value::StrDeserializer;
use serde::de::{self, DeserializeOwned};
use std::fmt;

/// How a value is written.
#[derive(Clone, Copy)]
pub(crate) enum Form {
    /// A text in quotes that may be empty.
    Plain,
    /// A text in quotes that says something.
    Filled,
    /// A number.
    Number,
    /// A whole number from the first to the second.
    Whole(u32, u32),
    /// The number of the article that the table is about.
    ArticleNumber,
    /// One of some words.
    Word(fn() -> &'static [&'static str]),
    /// A day, month or year.
    Date,
    /// An article, a section or a group of articles.
    Article,
    /// A paragraph of a commentary, or several in a row.
    Paragraphs,
    /// Something that a tour can stop at.
    Target,
    /// An address on the web.
    Url,
    /// The code of any language.
    Language,
    /// The code of a language that the atlas is to have: two or three letters.
    LanguageCode,
    /// The id of a layer of the atlas.
    Layer,
    /// A colour, `#66081e`.
    Colour,
    /// True or false.
    Flag,
    /// The id that is given to what the table is about.
    NewId(Thing),
    /// The id of something else; the words stand between the two in messages.
    Id(fn(String) -> Wanted, &'static str),
    /// An area of the basemap.
    BasemapArea,
    /// A text in languages.
    Text,
    /// The name of a place, in all languages.
    Name,
    /// A text in every language that the atlas is offered in.
    Offered,
    /// Longitude, latitude and zoom.
    View,
    /// A list of numbers that belong together.
    Numbers(&'static NumberList),
    /// The coordinates of a geometry, nested as its type asks for.
    Coordinates,
    /// Any number of values.
    List(&'static Form),
    /// Any number of links, each made once.
    Links(&'static Form),
    /// A table.
    Table(&'static TableForm),
    /// A table, or `null`.
    TableOrNull(&'static TableForm),
}

/// Numbers that belong together, such as longitude and latitude.
pub(crate) struct NumberList {
    /// How they are written, for messages.
    pub written: &'static str,
    /// How many there are, at least and at most.
    pub count: (usize, usize),
    /// Whether as many numbers can be those that are meant.
    pub fits: fn(&[f64]) -> bool,
}

/// Which keys a table has.
pub(crate) struct TableForm {
    /// What it is called in the schemas.
    pub name: &'static str,
    /// What messages call it.
    pub subject: Subject,
    pub keys: &'static [KeyForm],
    /// The rules that look at more than one of its values.
    pub rules: &'static [TableRule],
}

/// A rule about a table as a whole.
pub(crate) type TableRule = fn(Field<'_>, &mut Reading);

/// What messages call a table and, unless they have a subject of their own, the tables in it.
#[derive(Clone, Copy)]
pub(crate) enum Subject {
    /// After the key it was found under: `“summary” of feature “brittany”`.
    Key,
    /// Not at all; messages are about what is around it.
    Outer,
    /// By a fixed name.
    Named(&'static str),
    /// By its id: `feature “brittany”`.
    Id(&'static str),
    /// By its number: `article 12`.
    Number(&'static str),
    /// By the id of the table under this key, which is a thing of that name.
    IdOf(&'static str),
}

impl Subject {
    /// The name of a table, where it has one of its own.
    pub(crate) fn of(self, table: &Node) -> Option<String> {
        let by_id = |noun: &str, table: &Node| Some(format!("{noun} “{}”", table.get("id")?.as_text()?));
        match self {
            Subject::Key | Subject::Outer => None,
            Subject::Named(name) => Some(name.into()),
            Subject::Id(noun) => Some(by_id(noun, table).unwrap_or_else(|| format!("the {noun}"))),
            Subject::Number(noun) => match table.get("number").and_then(Node::as_number) {
                Some(number) => Some(format!("{noun} {number}")),
                None => Some(format!("the {noun}")),
            },
            Subject::IdOf(key) => {
                Some(table.get(key).and_then(|inner| by_id(key, inner)).unwrap_or_else(|| "the file".into()))
            }
        }
    }
}

/// A key of a table.
pub(crate) struct KeyForm {
    pub name: &'static str,
    pub presence: Presence,
    pub form: Form,
    /// What an editor says of it.
    pub about: &'static str,
}

/// Whether a key has to be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Presence {
    Optional,
    Required,
    /// It is required, and a rule of its own says so.
    RequiredByRule,
    /// It is required unless the table is marked as unverified, and a rule of its own says so.
    UnlessUnverified,
}

impl KeyForm {
    pub(crate) const fn required(name: &'static str, form: Form, about: &'static str) -> KeyForm {
        KeyForm { name, presence: Presence::Required, form, about }
    }

    pub(crate) const fn optional(name: &'static str, form: Form, about: &'static str) -> KeyForm {
        KeyForm { name, presence: Presence::Optional, form, about }
    }

    pub(crate) const fn required_by_rule(name: &'static str, form: Form, about: &'static str) -> KeyForm {
        KeyForm { name, presence: Presence::RequiredByRule, form, about }
    }
}

/// The words that the values of an enumeration are written with.
pub(crate) fn words<T: DeserializeOwned>() -> &'static [&'static str] {
    match T::deserialize(StrDeserializer::<WordList>::new("")) {
        Ok(_) => &[],
        Err(WordList(words)) => words,
    }
}

/// The value of an enumeration that a text is the word for.
pub(crate) fn choice<T: DeserializeOwned>(node: &Node) -> Option<T> {
    T::deserialize(StrDeserializer::<WordList>::new(node.as_text()?)).ok()
}

/// The error of a word that is not on the list: the list.
#[derive(Debug)]
struct WordList(&'static [&'static str]);

impl de::Error for WordList {
    fn custom<T: fmt::Display>(_: T) -> WordList {
        WordList(&[])
    }

    fn unknown_variant(_: &str, expected: &'static [&'static str]) -> WordList {
        WordList(expected)
    }
}

impl fmt::Display for WordList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not one of {}", self.0.join(", "))
    }
}

impl std::error::Error for WordList {}

#[cfg(test)]
mod tests {
    use super::*;
    use atlas_model::{Basis, Measure};

    #[test]
    fn the_words_of_an_enumeration_are_those_it_is_read_from() {
        assert_eq!(words::<Basis>(), ["explicit", "inferred"]);
        for word in words::<Measure>() {
            let node = Node { at: 0, value: crate::node::Value::Text(word.to_string()) };
            assert!(choice::<Measure>(&node).is_some(), "{word}");
        }
    }
}
