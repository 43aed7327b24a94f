//! How one thing of the atlas refers to another.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// Whether a link is made in the text itself or by the atlas.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// Named in the text.
    Explicit,
    /// Inferred by the atlas.
    Inferred,
}

/// A link from a claim to an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleLink {
    /// The article, section or group.
    pub article: ArticleRef,
    /// Whether the commentator names it.
    pub basis: Basis,
}

/// A link from an article to a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceLink {
    /// Feature id.
    pub place: String,
    /// Whether the article names it.
    pub basis: Basis,
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
                "“{text}” is not an article; write its number (0 is the preamble), a section (3.4) or a group (35-41)"
            )
        };
        let number = |part: &str| part.parse::<u8>().ok().filter(|_| !part.starts_with('+'));
        let (first, last, section) = if let Some((first, last)) = text.split_once('-') {
            (number(first), number(last), None)
        } else if let Some((article, section)) = text.split_once('.') {
            (number(article), number(article), Some(number(section).filter(|section| *section > 0).ok_or_else(wrong)?))
        } else {
            (number(text), number(text), None)
        };
        match (first, last) {
            (Some(first), Some(last)) if first <= last => Ok(ArticleRef { first, last, section }),
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
        for text in ["", "256", "3.0", "41-35", "3.", "-1", "+3", "preamble", "1-"] {
            assert!(text.parse::<ArticleRef>().is_err(), "{text}");
        }
    }
}
