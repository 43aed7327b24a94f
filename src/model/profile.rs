//! What an atlas is called and how it is arranged: the content of `atlas.toml`.

use super::{Labels, Lang, Text};
use serde::{Deserialize, Serialize};

/// The profile of an atlas. Its texts exist in every language that the atlas is offered in.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Profile {
    /// The languages of the atlas in the order in which readers meet them; the first is English.
    pub languages: Vec<Language>,
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
    /// Ids of the routes that are drawn as main lines: as railways, and wider.
    pub main_lines: Vec<String>,
    /// Ids of the places that come first in their layers, in reading order.
    pub first: Vec<String>,
    /// Ids of the towns that are capitals.
    pub capitals: Vec<String>,
    /// Ids of the places at the ends of a line that the atlas is about.
    pub termini: Vec<String>,
    /// The layers in reading order.
    pub layers: Vec<Layer>,
    /// The colour of what stands out in text and map: numbers of articles, crossings, the ends of a main line.
    pub accent: Shades,
    /// What the map shows first.
    pub view: OpeningView,
    /// The inset map, if there is one.
    pub inset: Option<Inset>,
    /// Words for signs of the legend that say more than those of the interface, by the key of the sign.
    pub legend: Vec<(String, Text)>,
    /// Whose data the map rests on.
    pub credits: Credits,
    /// Names of the ground.
    pub labels: Labels,
}

/// What the map shows first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct OpeningView {
    /// West, south, east and north of the opening view: its north-western and south-eastern corners, degrees.
    pub opening: [f64; 4],
    /// Room about it where names are written from left to right.
    pub ltr: Margins,
    /// Room about it where names are written from right to left.
    pub rtl: Margins,
    /// West, south, east and north of the region that views of places do not leave, degrees.
    pub prime: [f64; 4],
}

/// Room about a view for air and names, km.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Margins {
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

/// A language of the atlas.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Language {
    /// Its code.
    pub code: Lang,
    /// What its speakers call it.
    pub name: String,
    /// True when whole pages exist in it; otherwise places have names in it and nothing more.
    #[serde(default)]
    pub offered: bool,
}

/// A theme that features belong to: a group in the list of places, a colour and a switch.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layer {
    /// Stable slug; addresses and data use it.
    pub id: String,
    /// Its name for readers.
    pub name: Text,
    /// Its colour; the muted one of the map where it has none.
    pub colour: Option<Shades>,
}

/// A colour as CSS writes it in hexadecimal (`#66081e`), on light and dark pages and on paper.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Shades {
    pub light: String,
    pub dark: String,
    pub print: String,
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
    pub fn layer_name(&self, id: &str, lang: Lang) -> &str {
        self.layers.iter().find(|layer| layer.id == id).map_or("", |layer| layer.name.get(lang))
    }

    /// Ids of the layers in reading order.
    pub fn layer_ids(&self) -> impl Iterator<Item = &str> {
        self.layers.iter().map(|layer| layer.id.as_str())
    }

    /// The languages in which whole pages exist.
    pub fn offered(&self) -> impl Iterator<Item = Lang> {
        self.languages.iter().filter(|language| language.offered).map(|language| language.code)
    }

    /// What the speakers of a language call it; nothing for a language that is not one of the atlas.
    pub fn language_name(&self, lang: Lang) -> &str {
        self.languages.iter().find(|language| language.code == lang).map_or("", |language| &language.name)
    }

    /// Keeps what the browser needs for readers of one language.
    pub fn keep(&mut self, lang: Lang) {
        self.legend.clear();
        self.first.clear();
        self.credits = Credits::default();
        self.labels.keep(lang);
        let own = [&mut self.title, &mut self.tagline, &mut self.introduction, &mut self.commentaries];
        let others = self.inset.iter_mut().map(|inset| &mut inset.name);
        let layers = self.layers.iter_mut().map(|layer| &mut layer.name);
        let texts = own.into_iter().chain([&mut self.subjects.title]).chain(others).chain(layers);
        texts.for_each(|text| text.reduce(lang));
    }
}
