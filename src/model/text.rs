//! Text in several languages, and statements that say where they are from.

use super::Lang;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// A text in one or more languages. English is always present in a checked atlas.
///
/// A list in the order of the codes of the languages, published as an object with a field for each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(Vec<(Lang, String)>);

impl Text {
    /// A text in English alone.
    pub fn english(text: impl Into<String>) -> Text {
        Text(vec![(Lang::ENGLISH, text.into())])
    }

    /// Gives or replaces the text in a language.
    pub fn set(&mut self, lang: Lang, text: impl Into<String>) {
        let at = self.0.iter().take_while(|(known, _)| *known < lang).count();
        match self.0.get_mut(at) {
            Some((known, own)) if *known == lang => *own = text.into(),
            _ => self.0.insert(at, (lang, text.into())),
        }
    }

    /// Forgets all languages but one.
    pub fn keep(&mut self, lang: Lang) {
        self.0.retain(|(known, _)| *known == lang);
    }

    /// Forgets all languages but one; where it is not translated, all but English.
    pub fn reduce(&mut self, lang: Lang) {
        self.keep(self.in_lang(lang).1);
    }

    /// The text in exactly this language, where it is translated.
    pub fn own(&self, lang: Lang) -> Option<&str> {
        self.0.iter().find(|(known, _)| *known == lang).map(|(_, text)| text.as_str())
    }

    /// The languages it is in, in order.
    pub fn langs(&self) -> impl Iterator<Item = Lang> {
        self.0.iter().map(|(lang, _)| *lang)
    }

    /// The text in `lang`, or in English where it is not translated, with the language it is in.
    pub fn in_lang(&self, lang: Lang) -> (&str, Lang) {
        match self.own(lang) {
            Some(text) => (text, lang),
            None => (self.own(Lang::ENGLISH).unwrap_or_default(), Lang::ENGLISH),
        }
    }

    /// The text in `lang` or in English.
    pub fn get(&self, lang: Lang) -> &str {
        self.in_lang(lang).0
    }

    /// True when no language has a text.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|(_, text)| text.is_empty())
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(lang, text)| (lang, text)))
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Text, D::Error> {
        deserializer.deserialize_map(TextVisitor)
    }
}

/// Reads the languages of a [`Text`].
struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Text;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text by language")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut words: A) -> Result<Text, A::Error> {
        let mut text = Text::default();
        while let Some((lang, own)) = words.next_entry::<Lang, String>()? {
            text.set(lang, own);
        }
        Ok(text)
    }
}

/// How a statement is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// The wording of the treaty, or a translation of it, was seen.
    Text,
    /// Seen in a summary of the treaty.
    Summary,
    /// Known from a commentary only.
    Commentary,
    /// Reported by the sources named.
    #[default]
    Reported,
    /// General knowledge or recollection; not checked against a document.
    Unverified,
}

/// A text together with where it is from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// What is said.
    pub text: Text,
    /// Ids of the documents or commentaries that it rests on.
    #[serde(default)]
    pub sources: Vec<String>,
    /// How it is known.
    #[serde(default)]
    pub confidence: Confidence,
}
