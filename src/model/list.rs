//! Long lists of places, which have pages of their own.

use super::{Atlas, Feature, Links};

/// Lists of at most so many places are shown whole wherever they stand.
pub const WHOLE: usize = 100;
/// Places on each page of a list.
pub const PER_PAGE: usize = 250;

/// A list of places.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum List {
    /// All places of a layer, by its id.
    Layer(String),
    /// What is a part of a place.
    Parts(String),
    /// The lines through a place.
    Lines(String),
    /// The places along a line.
    Along(String),
    /// The places that an article concerns.
    Article(u8),
}

impl List {
    /// The lists of an atlas that are too long for the pages they belong to.
    pub fn long(atlas: &Atlas, links: &Links) -> Vec<List> {
        let id = |feature: &Feature| feature.id.clone();
        let of_places = atlas
            .features
            .iter()
            .flat_map(|place| [List::Parts(id(place)), List::Lines(id(place)), List::Along(id(place))]);
        let of_articles = atlas.articles.iter().map(|article| List::Article(article.number));
        // Features come in the order of their layers.
        let mut layers: Vec<&str> = atlas.features.iter().map(|feature| feature.layer.as_str()).collect();
        layers.dedup();
        let of_layers = layers.into_iter().map(|layer| List::Layer(layer.to_string()));
        let all = of_layers.chain(of_articles).chain(of_places);
        all.filter(|list| list.places(atlas, links).len() > WHOLE).collect()
    }

    /// How many pages it has.
    pub fn pages(&self, atlas: &Atlas, links: &Links) -> usize {
        self.places(atlas, links).len().div_ceil(PER_PAGE)
    }

    /// Its places in reading order.
    pub fn places<'a>(&self, atlas: &'a Atlas, links: &Links) -> Vec<&'a Feature> {
        match self {
            List::Layer(layer) => atlas.features.iter().filter(|feature| feature.layer == *layer).collect(),
            List::Parts(id) => links.parts_of_place(atlas, id),
            List::Lines(id) => links.lines_of_place(atlas, id),
            List::Along(id) => {
                let ids = links.feature(atlas, id).map_or(&[][..], |line| &line.along);
                ids.iter().filter_map(|id| links.feature(atlas, id)).collect()
            }
            List::Article(number) => links.places_of_article(atlas, *number),
        }
    }
}
