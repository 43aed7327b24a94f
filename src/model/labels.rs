//! Names that the map needs beside the places: where states and waters are lettered, and the names of those that are no
//! places of the atlas. The content of `labels.toml`.
//!
//! A name is placed by hand where a computed middle would read badly. States that are large on a close map are
//! lettered again in their corners, from the zoom given there. Waters are lettered along a spine, rivers beside their
//! own course.

use super::{Lang, Text};
use serde::{Deserialize, Serialize};

/// The names of the ground.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Labels {
    /// States.
    pub states: Vec<StateLabel>,
    /// Seas, gulfs and lakes.
    pub waters: Vec<WaterLabel>,
    /// Rivers.
    pub rivers: Vec<RiverLabel>,
}

/// A state, lettered at fixed places.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StateLabel {
    /// ISO code; joins the name with the feature that shows the same thing.
    pub key: String,
    /// Its name.
    pub name: Text,
    /// As [`Feature::rank`](super::Feature::rank).
    pub rank: u8,
    /// Longitude, latitude and the zoom from which it is lettered there.
    pub places: Vec<(f64, f64, f64)>,
}

/// A sea, gulf or lake, lettered along its shape.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WaterLabel {
    /// Id of the feature that shows the same thing, where there is one.
    pub key: String,
    /// Its name.
    pub name: Text,
    /// As [`Feature::rank`](super::Feature::rank).
    pub rank: u8,
    /// Where its names go.
    pub spines: Vec<Spine>,
}

/// Three places (longitude, latitude) that lettering bends through, read from the first to the last.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Spine {
    /// The zoom from which it is lettered here.
    pub from: f64,
    /// Start, middle and end.
    pub points: [(f64, f64); 3],
}

/// A river, lettered beside its own course near some places.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RiverLabel {
    /// Its name.
    pub name: Text,
    /// The zoom from which it is lettered.
    pub from: f64,
    /// Longitude and latitude.
    pub places: Vec<(f64, f64)>,
}

impl Labels {
    /// The places by hand for the lettering of a state.
    pub fn state(&self, key: &str) -> Option<&StateLabel> {
        self.states.iter().find(|entry| entry.key == key)
    }

    /// The spines by hand for the lettering of a water.
    pub fn water(&self, key: &str) -> Option<&WaterLabel> {
        self.waters.iter().find(|entry| entry.key == key)
    }

    /// Keeps the names in one language.
    pub fn keep(&mut self, lang: Lang) {
        let states = self.states.iter_mut().map(|entry| &mut entry.name);
        let waters = self.waters.iter_mut().map(|entry| &mut entry.name);
        let rivers = self.rivers.iter_mut().map(|entry| &mut entry.name);
        states.chain(waters).chain(rivers).for_each(|name| name.reduce(lang));
    }
}
