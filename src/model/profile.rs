//! What an atlas is called and how it is arranged: the content of `atlas.toml`.

use super::{Labels, Lang, Layer, Text};
use serde::{Deserialize, Serialize};

/// The profile of an atlas. Its texts exist in every language that the atlas is offered in.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
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
    /// Ids of the states that are parties to the treaty: they are tinted on the map, and no disagreement is about them.
    pub parties: Vec<String>,
    /// Ids of the places that come first in their layers, in reading order.
    pub first: Vec<String>,
    /// Ids of the towns that are capitals.
    pub capitals: Vec<String>,
    /// Ids of the places at the ends of a line that the atlas is about.
    pub termini: Vec<String>,
    /// The layers in reading order.
    pub layers: Vec<LayerProfile>,
    /// What the map shows first.
    pub view: View,
    /// The inset map.
    pub inset: Inset,
    /// Words for signs of the legend that say more than those of the interface, by the key of the sign.
    pub legend: Vec<(String, Text)>,
    /// Whose data the map rests on.
    pub credits: Credits,
    /// Names of the ground.
    pub labels: Labels,
}

/// What the map shows first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct View {
    /// West, south, east and north of the opening view: its north-western and south-eastern corners, degrees.
    pub opening: [f64; 4],
    /// Room about it where names are written from left to right.
    pub ltr: Room,
    /// Room about it where names are written from right to left.
    pub rtl: Room,
    /// West, south, east and north of the region that views of places do not leave, degrees.
    pub prime: [f64; 4],
}

/// Room about a view for air and names, km.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Room {
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
}

/// Whose data the map rests on, under which licence. In English: the names are those the licences ask for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Credits {
    /// The line that every map carries.
    pub map: String,
    /// The list on the page about the atlas.
    pub sources: Vec<String>,
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
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Inset {
    /// What it shows.
    pub name: Text,
    /// Id of the place whose page it leads to.
    pub place: String,
    /// Its middle: longitude and latitude.
    pub middle: (f64, f64),
    /// Its width and height, km.
    pub size: (f64, f64),
}

impl Profile {
    /// The name of a layer.
    pub fn layer_name(&self, layer: Layer, lang: Lang) -> &str {
        self.layers.iter().find(|known| known.id == layer).map_or("", |known| known.name.get(lang))
    }

    /// Keeps what the browser needs for readers of one language.
    pub fn keep(&mut self, lang: Lang) {
        self.legend.clear();
        self.first.clear();
        self.credits = Credits::default();
        self.labels.keep(lang);
        let own = [&mut self.title, &mut self.tagline, &mut self.introduction, &mut self.commentaries];
        let others = [&mut self.subjects.title, &mut self.inset.name];
        let layers = self.layers.iter_mut().map(|layer| &mut layer.name);
        own.into_iter().chain(others).chain(layers).for_each(|text| text.reduce(lang));
    }
}
