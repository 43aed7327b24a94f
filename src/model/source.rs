//! Commentaries and the other documents that statements cite.

use super::{Day, Statement, Text};
use serde::{Deserialize, Serialize};

/// A commentary on the treaty: the source of claims.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Commentary {
    /// Slug; claim ids begin with it.
    pub id: String,
    /// Empty when unknown.
    pub author: String,
    /// Empty when unknown.
    pub outlet: String,
    /// Empty when unknown.
    pub title: String,
    /// When it was published, where known.
    pub date: Option<Day>,
    /// What is known of the date.
    pub date_note: Option<Text>,
    /// Its address.
    pub url: Option<String>,
    /// Language code of the text.
    pub language: String,
    /// Short name for claim cards.
    pub short: Text,
    /// Who writes, where, and the overall stance.
    pub about: Statement,
    /// How many paragraphs it has.
    pub paragraphs: u16,
    /// Paragraphs without a claim.
    #[serde(default)]
    pub silent: Vec<Silence>,
}

/// Paragraphs of a commentary that make no claim.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Silence {
    /// A paragraph or a range such as `14-15`.
    pub paragraphs: String,
    /// Why there is no claim.
    pub reason: Text,
}

/// A document that statements cite.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// Slug, usually outlet and date.
    pub id: String,
    /// Who published it.
    pub publisher: String,
    /// Its title, or a description in our words.
    pub title: String,
    /// When, where known.
    pub date: Option<Day>,
    /// Its address.
    pub url: Option<String>,
    /// Language code of the text.
    pub language: Option<String>,
}
