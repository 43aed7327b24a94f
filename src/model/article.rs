//! The treaty and its articles.

use super::{Day, PlaceLink, Statement, Text};
use serde::{Deserialize, Serialize};

/// Facts about the treaty as a whole.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Treaty {
    /// Its name.
    pub name: Text,
    /// A shorter name for headings.
    pub short: Option<Text>,
    /// How many articles it has besides the preamble.
    #[serde(default)]
    pub articles: u8,
    /// Signature, ratification, entry into force.
    #[serde(default)]
    pub steps: Vec<TreatyStep>,
    /// How long it runs.
    pub duration: Option<Statement>,
    /// When it takes effect.
    pub entry_rule: Option<Statement>,
    /// What it is made up of.
    pub contents: Option<Statement>,
    /// Codes of the languages in which it was concluded.
    #[serde(default)]
    pub language_codes: Vec<String>,
    /// In which languages it was concluded, and which text counts.
    pub languages: Option<Statement>,
    /// Where sources differ about the dates.
    #[serde(default)]
    pub notes: Vec<Statement>,
    /// Where the official text is published.
    #[serde(default)]
    pub official: Vec<OfficialText>,
}

/// A step in the life of the treaty.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TreatyStep {
    /// When.
    pub date: Day,
    /// Which step: `signed`, `ratified`, `in-force`, `expires` …
    pub kind: String,
    /// What happened.
    pub statement: Statement,
}

/// A place of publication.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OfficialText {
    /// What it is.
    pub statement: Statement,
    /// Its address.
    pub url: Option<String>,
    /// Language code of the text.
    pub language: Option<String>,
    /// How far the address was checked.
    pub note: Option<Text>,
}

/// An article of the treaty; number 0 is the preamble.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Article {
    /// 0 is the preamble.
    pub number: u8,
    /// Our own title.
    pub title: Text,
    /// What it says, in our words, with its confidence.
    pub summary: Statement,
    /// Themes.
    #[serde(default)]
    pub themes: Vec<Text>,
    /// Numbered sections, where known.
    #[serde(default)]
    pub sections: Vec<Section>,
    /// Places it names or concerns.
    #[serde(default)]
    pub places: Vec<PlaceLink>,
    /// What is not known.
    pub note: Option<Text>,
}

/// A numbered section of an article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Section {
    /// Its number within the article.
    pub number: u8,
    /// What it says.
    pub summary: Statement,
}
