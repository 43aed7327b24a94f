//! Text in several languages, and statements that say where they are from.

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// A language of the content.
///
/// The interface is offered in [`Lang::INTERFACE`]; place names are given in all of [`Lang::ALL`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English, the language every text exists in.
    #[default]
    En,
    /// Persian.
    Fa,
    /// Russian.
    Ru,
    /// Azerbaijani, Latin script.
    Az,
    /// Armenian.
    Hy,
}

impl Lang {
    /// All languages of the content.
    pub const ALL: [Lang; 5] = [Lang::En, Lang::Fa, Lang::Ru, Lang::Az, Lang::Hy];
    /// The languages in which whole pages exist.
    pub const INTERFACE: [Lang; 2] = [Lang::En, Lang::Fa];

    /// The BCP 47 code.
    pub fn code(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Fa => "fa",
            Lang::Ru => "ru",
            Lang::Az => "az",
            Lang::Hy => "hy",
        }
    }

    /// The language with this code.
    pub fn from_code(code: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// The base direction of its script: `ltr` or `rtl`.
    pub fn dir(self) -> &'static str {
        match self {
            Lang::Fa => "rtl",
            _ => "ltr",
        }
    }

    /// What its speakers call it.
    pub fn own_name(self) -> &'static str {
        match self {
            Lang::En => "English",
            Lang::Fa => "فارسی",
            Lang::Ru => "Русский",
            Lang::Az => "Azərbaycanca",
            Lang::Hy => "Հայերեն",
        }
    }
}

/// A text in one or more languages. English is always present in a checked atlas.
///
/// A list in the order of [`Lang`], published as an object with a field for each language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(Vec<(Lang, String)>);

impl Text {
    /// A text in English alone.
    pub fn english(text: impl Into<String>) -> Text {
        Text(vec![(Lang::En, text.into())])
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
            None => (self.own(Lang::En).unwrap_or_default(), Lang::En),
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
        deserializer.deserialize_map(Words)
    }
}

/// Reads the languages of a [`Text`].
struct Words;

impl<'de> Visitor<'de> for Words {
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
