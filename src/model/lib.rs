//! The model: a treaty, claims about it and the places they concern, linked in both directions.
//!
//! Pure data and look-ups; no files, no browser. Published as JSON; packed for the browser.

mod article;
mod claim;
mod date;
mod feature;
mod labels;
mod lang;
mod links;
pub mod list;
mod packed;
mod profile;
mod reference;
pub mod route;
mod sort;
mod source;
mod strings;
mod text;
pub mod texts;
mod tour;
mod wording;

pub use article::{Article, OfficialText, Section, Treaty, TreatyStep};
pub use claim::{Claim, Stance};
pub use date::Day;
pub use feature::{
    BasemapArea, ContestedName, Fact, Feature, Kind, Measure, Quality, Share, State, StatusEntry, important, state_of,
};
pub use labels::{Labels, RiverLabel, Spine, StateLabel, WaterLabel};
pub use lang::Lang;
pub use links::Links;
pub use profile::{Credits, Inset, Language, Layer, Margins, OpeningView, Profile, Shades, Subjects};
pub use reference::{ArticleLink, ArticleRef, Basis, PlaceLink};
pub use sort::sort;
pub use source::{Commentary, Document, Silence};
pub use strings::Strings;
pub use text::{Confidence, Statement, Text};
pub use tour::{Stop, Target, Tour};
pub use wording::{Passage, Wording};

use serde::{Deserialize, Serialize};

/// Everything a reader can see, validated.
///
/// Collections keep the order of the content files, which is the reading order.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Atlas {
    /// The treaty itself.
    pub treaty: Treaty,
    /// The preamble (number 0) and the articles, in order.
    pub articles: Vec<Article>,
    /// The places, without their geometry.
    pub features: Vec<Feature>,
    /// The commentaries.
    pub commentaries: Vec<Commentary>,
    /// The claims of all commentaries, in order of commentary and paragraph.
    pub claims: Vec<Claim>,
    /// The documents that statements cite.
    pub documents: Vec<Document>,
    /// Guided readings of the map.
    pub tours: Vec<Tour>,
}

impl Atlas {
    /// The feature with this id.
    pub fn feature(&self, id: &str) -> Option<&Feature> {
        self.features.iter().find(|feature| feature.id == id)
    }

    /// The article with this number; 0 is the preamble.
    pub fn article(&self, number: u8) -> Option<&Article> {
        self.articles.iter().find(|article| article.number == number)
    }

    /// The claim with this id.
    pub fn claim(&self, id: &str) -> Option<&Claim> {
        self.claims.iter().find(|claim| claim.id == id)
    }

    /// The commentary with this id.
    pub fn commentary(&self, id: &str) -> Option<&Commentary> {
        self.commentaries.iter().find(|commentary| commentary.id == id)
    }

    /// The document with this id.
    pub fn document(&self, id: &str) -> Option<&Document> {
        self.documents.iter().find(|document| document.id == id)
    }

    /// The tour with this id.
    pub fn tour(&self, id: &str) -> Option<&Tour> {
        self.tours.iter().find(|tour| tour.id == id)
    }
}
