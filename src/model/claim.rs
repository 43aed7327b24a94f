//! What commentators say, paragraph by paragraph.

use super::{ArticleLink, Statement, Text};
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
