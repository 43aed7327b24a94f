//! The treaty and its articles.

use super::{Day, PlaceLink, Statement, Text};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// Facts about the treaty as a whole.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Treaty {
    /// Its name.
    pub name: Text,
    /// A shorter name for headings.
    pub short: Option<Text>,
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
    /// 0 to 47.
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

/// A reference to an article, one of its sections, or a group of articles.
///
/// Written `12`, `3.4`, `35-41`. In a group only the group as a whole is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ArticleRef {
    /// The article, or the first of the group.
    pub first: u8,
    /// The last of the group; equal to `first` for one article.
    pub last: u8,
    /// The section within the article.
    pub section: Option<u8>,
}

impl ArticleRef {
    /// The highest article number of the treaty.
    pub const LAST: u8 = 47;

    /// A whole article.
    pub fn article(number: u8) -> ArticleRef {
        ArticleRef { first: number, last: number, section: None }
    }

    /// True when the reference is to this article, a section of it or a group around it.
    pub fn covers(self, number: u8) -> bool {
        (self.first..=self.last).contains(&number)
    }
}

impl FromStr for ArticleRef {
    type Err = String;

    fn from_str(text: &str) -> Result<ArticleRef, String> {
        let wrong = || {
            format!(
                "“{text}” is not an article; write a number from 0 (preamble) to 47, a section (3.4) or a group (35-41)"
            )
        };
        let number = |part: &str| part.parse::<u8>().ok().filter(|_| part.len() <= 2 && !part.starts_with('+'));
        let (first, last, section) = if let Some((first, last)) = text.split_once('-') {
            (number(first), number(last), None)
        } else if let Some((article, section)) = text.split_once('.') {
            (number(article), number(article), Some(number(section).filter(|section| *section > 0).ok_or_else(wrong)?))
        } else {
            (number(text), number(text), None)
        };
        match (first, last) {
            (Some(first), Some(last)) if first <= last && last <= ArticleRef::LAST => {
                Ok(ArticleRef { first, last, section })
            }
            _ => Err(wrong()),
        }
    }
}

impl fmt::Display for ArticleRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.first == self.last, self.section) {
            (true, Some(section)) => write!(f, "{}.{section}", self.first),
            (true, None) => write!(f, "{}", self.first),
            (false, _) => write!(f, "{}-{}", self.first, self.last),
        }
    }
}

impl TryFrom<String> for ArticleRef {
    type Error = String;

    fn try_from(text: String) -> Result<ArticleRef, String> {
        text.parse()
    }
}

impl From<ArticleRef> for String {
    fn from(reference: ArticleRef) -> String {
        reference.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_round_trip() {
        for text in ["0", "12", "47", "3.4", "35-41"] {
            assert_eq!(text.parse::<ArticleRef>().map(|reference| reference.to_string()), Ok(text.to_string()));
        }
    }

    #[test]
    fn references_to_nothing_are_refused() {
        for text in ["", "48", "3.0", "41-35", "3.", "-1", "+3", "preamble", "1-99"] {
            assert!(text.parse::<ArticleRef>().is_err(), "{text}");
        }
    }
}
