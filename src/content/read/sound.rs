//! A tree of values as what it says: what is sound of it is deserialised into the model.

use crate::node::{Node, Value};
use crate::unsound::Unsound;
use serde::de::value::{Error, MapDeserializer, SeqDeserializer, StringDeserializer};
use serde::de::{DeserializeOwned, Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;

/// A value without what of it cannot be read.
#[derive(Clone, Copy)]
pub(super) struct Sound<'n> {
    node: &'n Node,
    unsound: &'n Unsound,
    /// A value that the model has here and the file has elsewhere.
    added: Option<(&'static str, &'n Node)>,
}

impl<'n> Sound<'n> {
    /// What is sound of a value; `None` when nothing is.
    pub(super) fn new(node: &'n Node, unsound: &'n Unsound) -> Option<Sound<'n>> {
        (!unsound.has(node)).then_some(Sound { node, unsound, added: None })
    }

    /// With a value from elsewhere in the file, if it is there and sound.
    pub(super) fn with(self, key: &'static str, node: Option<&'n Node>) -> Sound<'n> {
        let added = node.filter(|node| !self.unsound.has(node)).map(|node| (key, node));
        Sound { added, ..self }
    }

    /// Takes it into the model.
    ///
    /// # Errors
    ///
    /// When the model is not of this form, though the file is as the layout of the content asks for.
    pub(super) fn read<T: DeserializeOwned>(self) -> Result<T, Error> {
        T::deserialize(self)
    }
}

impl<'de> Deserializer<'de> for Sound<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let inner = |node| Sound::new(node, self.unsound);
        match &self.node.value {
            Value::Null => visitor.visit_unit(),
            Value::Bool(truth) => visitor.visit_bool(*truth),
            Value::Number(number) if number.fract() == 0.0 && number.abs() < 1e15 => visitor.visit_i64(*number as i64),
            Value::Number(number) => visitor.visit_f64(*number),
            Value::Text(text) | Value::Date(text) => visitor.visit_borrowed_str(text),
            Value::List(items) => visitor.visit_seq(SeqDeserializer::new(items.iter().filter_map(inner))),
            Value::Table(entries) => {
                let entries = entries.iter().filter_map(|entry| Some((entry.key.as_str(), inner(&entry.node)?)));
                let added = self.added.and_then(|(key, node)| Some((key, inner(node)?)));
                visitor.visit_map(MapDeserializer::new(entries.chain(added)))
            }
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.node.value {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let word: StringDeserializer<Error> = self.node.as_text().unwrap_or_default().to_string().into_deserializer();
        word.deserialize_enum(name, variants, visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map struct identifier ignored_any
    }
}

impl<'de> IntoDeserializer<'de, Error> for Sound<'de> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}
