//! Text in several languages, and statements that say where they are from.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

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
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Text(pub BTreeMap<Lang, String>);

impl Text {
    /// A text in English alone.
    pub fn english(text: impl Into<String>) -> Text {
        Text(BTreeMap::from([(Lang::En, text.into())]))
    }

    /// The text in `lang`, or in English where it is not translated, with the language it is in.
    pub fn in_lang(&self, lang: Lang) -> (&str, Lang) {
        match self.0.get(&lang) {
            Some(text) => (text, lang),
            None => (self.0.get(&Lang::En).map_or("", String::as_str), Lang::En),
        }
    }

    /// The text in `lang` or in English.
    pub fn get(&self, lang: Lang) -> &str {
        self.in_lang(lang).0
    }

    /// True when no language has a text.
    pub fn is_empty(&self) -> bool {
        self.0.values().all(|text| text.is_empty())
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
