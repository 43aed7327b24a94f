//! Guided readings of the map.

use super::{Statement, Text};
use serde::{Deserialize, Serialize};
use std::str::FromStr;

/// An ordered walk over places, articles and claims.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tour {
    /// Slug.
    pub id: String,
    /// Title.
    pub title: Text,
    /// What it shows.
    pub intro: Statement,
    /// Where it halts.
    pub stops: Vec<Stop>,
}

/// One halt of a tour.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stop {
    /// What is shown.
    pub target: Target,
    /// Longitude, latitude (degrees) and zoom (0 is the whole map, +1 doubles the scale).
    pub view: Option<[f64; 3]>,
    /// What is said there.
    pub caption: Statement,
}

/// Something of the atlas that can be selected.
///
/// Written `place:brittany`, `article:12`, `claim:smith-13`, `source:smith`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Target {
    /// A feature.
    Place(String),
    /// An article by number.
    Article(u8),
    /// A claim.
    Claim(String),
    /// A commentary.
    Source(String),
}

impl FromStr for Target {
    type Err = String;

    fn from_str(text: &str) -> Result<Target, String> {
        match text.split_once(':') {
            Some(("place", id)) => Ok(Target::Place(id.into())),
            Some(("claim", id)) => Ok(Target::Claim(id.into())),
            Some(("source", id)) => Ok(Target::Source(id.into())),
            Some(("article", number)) => {
                number.parse().map(Target::Article).map_err(|_| format!("“{number}” is not an article number"))
            }
            _ => {
                Err(format!("“{text}” is not a target; write place:<id>, article:<number>, claim:<id> or source:<id>"))
            }
        }
    }
}

impl TryFrom<String> for Target {
    type Error = String;

    fn try_from(text: String) -> Result<Target, String> {
        text.parse()
    }
}

impl From<Target> for String {
    fn from(target: Target) -> String {
        match target {
            Target::Place(id) => format!("place:{id}"),
            Target::Article(number) => format!("article:{number}"),
            Target::Claim(id) => format!("claim:{id}"),
            Target::Source(id) => format!("source:{id}"),
        }
    }
}
