//! What commentators say, paragraph by paragraph.

use super::{ArticleRef, Statement, Text};
use serde::{Deserialize, Serialize};

/// How a claim stands to what it speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Stance {
    Supportive,
    Critical,
    Sceptical,
    Descriptive,
}

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

/// One claim of one commentary.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// `<commentary>-<number>`.
    pub id: String,
    /// Id of the commentary.
    pub commentary: String,
    /// Paragraph of the commentary, or a range such as `14-15`.
    pub paragraph: String,
    /// The claim in our words.
    pub text: Text,
    /// Its stance.
    pub stance: Stance,
    /// Whom the stance is aimed at.
    pub toward: Option<Text>,
    /// Figures it gives.
    #[serde(default)]
    pub figures: Vec<String>,
    /// Articles it concerns.
    #[serde(default)]
    pub articles: Vec<ArticleLink>,
    /// Feature ids it concerns.
    #[serde(default)]
    pub places: Vec<String>,
    /// Who is quoted inside the commentary.
    pub speaker: Option<String>,
    /// Claims that say otherwise; symmetric in a checked atlas.
    #[serde(default)]
    pub disputes: Vec<String>,
    /// What other evidence says.
    pub checked: Option<Statement>,
}
