//! What an atlas is called and how it is arranged: the content of `atlas.toml`.

use super::{Lang, Layer, Text};
use serde::{Deserialize, Serialize};

/// The profile of an atlas. Its texts exist in every language that the atlas is offered in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// The name of the site.
    pub title: Text,
    /// What it is about, in one line.
    pub tagline: Text,
    /// The first paragraph of the opening page.
    pub introduction: Text,
    /// What introduces the list of commentaries.
    pub commentaries: Text,
    /// What the opening page offers first.
    pub subjects: Subjects,
    /// The layers in reading order.
    pub layers: Vec<LayerProfile>,
    /// The inset map.
    pub inset: Inset,
    /// Words for signs of the legend that say more than those of the interface, by the key of the sign.
    pub legend: Vec<(String, Text)>,
}

/// The subjects an atlas is built around.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subjects {
    /// The heading over them.
    pub title: Text,
    /// Ids of the places, in reading order.
    pub places: Vec<String>,
}

/// What a layer is called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LayerProfile {
    /// The layer.
    pub id: Layer,
    /// Its name for readers.
    pub name: Text,
}

/// A part of the map that is shown larger beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inset {
    /// What it shows.
    pub name: Text,
}

impl Profile {
    /// The name of a layer.
    pub fn layer_name(&self, layer: Layer, lang: Lang) -> &str {
        self.layers.iter().find(|known| known.id == layer).map_or("", |known| known.name.get(lang))
    }

    /// Keeps what the browser needs for readers of one language.
    pub fn keep(&mut self, lang: Lang) {
        self.legend.clear();
        let own = [&mut self.title, &mut self.tagline, &mut self.introduction, &mut self.commentaries];
        let others = [&mut self.subjects.title, &mut self.inset.name];
        let layers = self.layers.iter_mut().map(|layer| &mut layer.name);
        own.into_iter().chain(others).chain(layers).for_each(|text| text.reduce(lang));
    }
}
