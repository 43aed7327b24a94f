//! Places: what they are called, what is known of them and since when.

use super::{ArticleLink, Day, Statement, Text};
use serde::{Deserialize, Serialize};

/// What sort of thing a feature is. Decides its symbol and the word above its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Kind {
    Route,
    Railway,
    SeaLane,
    Pipeline,
    Port,
    Crossing,
    Border,
    Province,
    Region,
    DisputedRegion,
    Sea,
    Strait,
    Canal,
    State,
    Bloc,
    City,
    Base,
    Plant,
    Field,
}

/// The condition of a feature from a date on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum State {
    Operating,
    UnderConstruction,
    Planned,
    Proposed,
    Suspended,
    Disputed,
    Destroyed,
}

/// How closely a geometry follows the thing on the ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Quality {
    /// From survey data.
    Surveyed,
    /// Follows the real course, simplified.
    Generalised,
    /// Shows the idea; the real course is not published or not fixed.
    Schematic,
}

/// A name that some use and others reject.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContestedName {
    /// The name.
    pub name: Text,
    /// Who uses it.
    pub used_by: Text,
    /// Ids of the sources for that.
    #[serde(default)]
    pub sources: Vec<String>,
}

/// A quantity that the geometry can answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Measure {
    /// Geodesic length, kilometres.
    Length,
    /// Geodesic area, square kilometres.
    Area,
    /// Geodesic length of the land border with a neighbour, kilometres.
    Border,
    /// Geodesic distance of a point from another, kilometres.
    Distance,
}

/// A part of a measured length.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Share {
    /// Id of the state or sea it lies in, or of the neighbour; `None` for what lies in none that is a feature.
    pub place: Option<String>,
    /// Geodesic length, kilometres.
    pub km: f64,
}

/// A figure that a source gives, beside the one measured from the geometry where there is one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fact {
    /// What the figure is of.
    pub label: Text,
    /// The claimed figure.
    pub value: f64,
    /// The upper end, where the sources give a range.
    pub max: Option<f64>,
    /// Unit of `value` and `max`, e.g. `km`.
    pub unit: String,
    /// What to measure from the geometry and show beside it.
    pub measure: Option<Measure>,
    /// Ids of the features whose lengths are added up for it; empty for the feature itself.
    #[serde(default)]
    pub over: Vec<String>,
    /// The state within which the length is measured.
    pub within: Option<String>,
    /// The two places between which the length along the line is measured; empty for the whole line.
    #[serde(default)]
    pub between: Vec<String>,
    /// The neighbour whose border is measured.
    pub with: Option<String>,
    /// The place from which the distance is measured.
    pub from: Option<String>,
    /// The measured figure in the same unit; computed at build.
    pub measured: Option<f64>,
    /// An explanation.
    pub note: Option<Text>,
    /// Ids of the sources.
    #[serde(default)]
    pub sources: Vec<String>,
}

/// What happened to a feature, or its condition, from a date on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatusEntry {
    /// From when.
    pub date: Day,
    /// The condition from then on; `None` for an event that leaves it as it was.
    pub state: Option<State>,
    /// What is reported.
    pub statement: Statement,
}

/// A named area of the basemap that serves as a feature's geometry.
///
/// Written `country:FRA`, `province:Brittany`, `sea:North Sea`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct BasemapArea(pub String);

/// A place or an actor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Feature {
    /// Stable slug, part of the page address.
    pub id: String,
    /// Sort of thing.
    pub kind: Kind,
    /// Id of the layer it belongs to, which decides its colour and its group in the list of places.
    pub layer: String,
    /// 1 to 5: how soon its label appears; 1 on the smallest map.
    pub rank: u8,
    /// The neutral name.
    pub name: Text,
    /// A shorter name for the map.
    pub label: Option<Text>,
    /// Other names and who uses them.
    #[serde(default)]
    pub contested: Vec<ContestedName>,
    /// What it is.
    pub summary: Statement,
    /// Figures.
    #[serde(default)]
    pub facts: Vec<Fact>,
    /// Dated status, oldest first.
    #[serde(default)]
    pub status: Vec<StatusEntry>,
    /// Date of the newest information.
    pub as_of: Option<Day>,
    /// Links to articles that no claim makes.
    #[serde(default)]
    pub articles: Vec<ArticleLink>,
    /// What a route consists of, where it is of one kind: `railway`.
    #[serde(default)]
    pub mode: Option<Kind>,
    /// The feature this one is a part of.
    pub part_of: Option<String>,
    /// Areas of the basemap that are its geometry.
    #[serde(default)]
    pub basemap: Vec<BasemapArea>,
    /// How closely the geometry follows the ground.
    pub quality: Option<Quality>,
    /// Where the geometry is from.
    pub provenance: Option<Statement>,
    /// Licence of the geometry.
    pub licence: Option<String>,
    /// Geodesic length of a line, kilometres; computed at build.
    pub length_km: Option<f64>,
    /// Geodesic area, square kilometres; computed at build.
    pub area_km2: Option<f64>,
    /// The length of a line by state and sea, the longest first; computed at build.
    #[serde(default)]
    pub shares: Vec<Share>,
    /// Ids of the places that a line passes, in the order of its course; computed at build.
    #[serde(default)]
    pub along: Vec<String>,
    /// The land borders of a state or province by neighbour, the longest first; computed at build.
    #[serde(default)]
    pub borders: Vec<Share>,
}

impl Feature {
    /// The name for the map: the short label where there is one.
    pub fn map_name(&self) -> &Text {
        self.label.as_ref().unwrap_or(&self.name)
    }

    /// The newest entry that tells its condition.
    pub fn state(&self) -> Option<State> {
        state_of(&self.status)
    }

    /// What was known on a day, or all that is known; oldest first.
    pub fn status_on(&self, date: Option<Day>) -> &[StatusEntry] {
        let end = self.status.iter().take_while(|entry| date.is_none_or(|date| entry.date <= date)).count();
        &self.status[..end]
    }
}

/// The most important of some features: those of the first ranks, each rank in the order it comes.
pub fn important<'a>(features: impl Iterator<Item = &'a Feature> + Clone, most: usize) -> Vec<&'a Feature> {
    let of = |rank: u8| features.clone().filter(move |feature| feature.rank == rank);
    (1..=5).flat_map(of).take(most).collect()
}

/// The condition that the newest of these entries to tell one tells.
pub fn state_of(status: &[StatusEntry]) -> Option<State> {
    status.iter().rev().find_map(|entry| entry.state)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn status_on_a_day_ends_with_that_day() {
        let entry = |date: &str, state: Option<&str>| json!({"date": date, "state": state, "statement": {"text": {"en": date}}});
        let feature: Feature = serde_json::from_value(json!({
            "id": "line", "kind": "railway", "layer": "roads", "rank": 1,
            "name": {"en": "Line"}, "summary": {"text": {"en": "A line."}},
            "status": [entry("2023-05-17", Some("planned")), entry("2025", None), entry("2026-02", Some("suspended"))],
        }))
        .unwrap();
        let known = |date: &str| feature.status_on(Some(date.parse().unwrap()));
        assert_eq!(
            ["2023-05-16", "2023-05-17", "2025-03-01", "2026-02-18"].map(|date| known(date).len()),
            [0, 1, 2, 3]
        );
        assert_eq!(state_of(known("2025-03-01")), Some(State::Planned));
        assert_eq!(feature.status_on(None).len(), 3);
    }
}
