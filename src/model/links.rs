//! Links in both directions: place ⇄ article ⇄ claim.

use super::{ArticleRef, Atlas, Basis, Claim, Feature, Target, important, sort};

/// An index of who speaks of what, built once from an [`Atlas`]. In order of ids.
#[derive(Clone, Debug, Default)]
pub struct Links(Vec<PlaceLinks>);

/// What speaks of a place, by index in the atlas.
#[derive(Clone, Debug, Default)]
struct PlaceLinks {
    id: String,
    /// `None` for a place that is only spoken of.
    feature: Option<usize>,
    claims: Vec<usize>,
    /// In order.
    articles: Vec<(ArticleRef, Basis)>,
    parts: Vec<usize>,
    /// Lines that stop at it, or run through it.
    lines: Vec<usize>,
}

impl Links {
    /// Builds the index.
    ///
    /// A place is linked to an article by its own `articles`, by the article's `places`, or by a claim
    /// that concerns both. An explicit link outranks an inferred one.
    pub fn new(atlas: &Atlas) -> Links {
        let mut links = Links(places(atlas));
        for (index, feature) in atlas.features.iter().enumerate() {
            if let Some(whole) = feature.part_of.as_ref().and_then(|whole| links.place_mut(whole)) {
                whole.parts.push(index);
            }
            let states = feature.shares.iter().filter_map(|share| share.place.as_ref());
            for id in feature.along.iter().chain(states) {
                if let Some(place) = links.place_mut(id) {
                    place.lines.push(index);
                }
            }
            for link in &feature.articles {
                links.add_article(&feature.id, link.article, link.basis);
            }
        }
        for article in &atlas.articles {
            for link in &article.places {
                links.add_article(&link.place, ArticleRef::article(article.number), link.basis);
            }
        }
        for (index, claim) in atlas.claims.iter().enumerate() {
            for id in &claim.places {
                if let Some(place) = links.place_mut(id) {
                    place.claims.push(index);
                }
                for link in &claim.articles {
                    links.add_article(id, link.article, link.basis);
                }
            }
        }
        links
    }

    fn add_article(&mut self, place: &str, article: ArticleRef, basis: Basis) {
        let Some(PlaceLinks { articles, .. }) = self.place_mut(place) else { return };
        let at = articles.iter().take_while(|(known, _)| *known < article).count();
        match articles.get_mut(at) {
            Some((known, strongest)) if *known == article => *strongest = basis.min(*strongest),
            _ => articles.insert(at, (article, basis)),
        }
    }

    fn slot(&self, id: &str) -> Option<usize> {
        self.0.binary_search_by(|place| place.id.as_str().cmp(id)).ok()
    }

    fn place(&self, id: &str) -> Option<&PlaceLinks> {
        self.0.get(self.slot(id)?)
    }

    fn place_mut(&mut self, id: &str) -> Option<&mut PlaceLinks> {
        let slot = self.slot(id)?;
        self.0.get_mut(slot)
    }

    /// The feature with this id.
    pub fn feature<'a>(&self, atlas: &'a Atlas, id: &str) -> Option<&'a Feature> {
        atlas.features.get(self.place(id)?.feature?)
    }

    /// The claims that concern a place, in reading order.
    pub fn claims_of_place<'a>(&self, atlas: &'a Atlas, place: &str) -> Vec<&'a Claim> {
        let indices = self.place(place).map_or(&[][..], |place| &place.claims);
        indices.iter().filter_map(|index| atlas.claims.get(*index)).collect()
    }

    /// The articles that concern a place, in order, and whether by name.
    pub fn articles_of_place(&self, place: &str) -> Vec<(ArticleRef, Basis)> {
        self.place(place).map(|place| place.articles.clone()).unwrap_or_default()
    }

    /// The features that are part of a place.
    pub fn parts_of_place<'a>(&self, atlas: &'a Atlas, place: &str) -> Vec<&'a Feature> {
        let indices = self.place(place).map_or(&[][..], |place| &place.parts);
        indices.iter().filter_map(|index| atlas.features.get(*index)).collect()
    }

    /// The lines that stop at a place or run through a state or sea.
    pub fn lines_of_place<'a>(&self, atlas: &'a Atlas, place: &str) -> Vec<&'a Feature> {
        let indices = self.place(place).map_or(&[][..], |place| &place.lines);
        indices.iter().filter_map(|index| atlas.features.get(*index)).collect()
    }

    /// The lines around a place that something is said of, the nearest first: what it is a part of, the lines that stop
    /// at it, and what those are parts of. What is said of a state is not said of its towns.
    pub fn lines_around<'a>(&self, atlas: &'a Atlas, place: &Feature) -> Vec<&'a Feature> {
        let line = |id: &Option<String>| self.feature(atlas, id.as_deref()?).filter(|whole| whole.length_km.is_some());
        let mut around: Vec<&Feature> = line(&place.part_of).into_iter().collect();
        around.extend(self.lines_of_place(atlas, &place.id));
        let mut at = 0;
        while let Some(one) = around.get(at).copied() {
            if let Some(whole) = line(&one.part_of)
                && !around.iter().any(|known| known.id == whole.id)
            {
                around.push(whole);
            }
            at += 1;
        }
        around
    }

    /// The claims that concern an article, a section of it or a group around it.
    pub fn claims_of_article<'a>(&self, atlas: &'a Atlas, number: u8) -> Vec<&'a Claim> {
        atlas.claims.iter().filter(|claim| claim.articles.iter().any(|link| link.article.covers(number))).collect()
    }

    /// The places that concern an article, in the order of the atlas.
    pub fn places_of_article<'a>(&self, atlas: &'a Atlas, number: u8) -> Vec<&'a Feature> {
        self.places_of_references(atlas, &|article| article.covers(number))
            .into_iter()
            .map(|(place, _)| place)
            .collect()
    }

    /// The places that concern one of these articles or sections, in the order of the atlas, and whether by name.
    pub fn places_of_references<'a>(
        &self,
        atlas: &'a Atlas,
        meant: &dyn Fn(ArticleRef) -> bool,
    ) -> Vec<(&'a Feature, Basis)> {
        let basis =
            |place: &PlaceLinks| place.articles.iter().filter(|(at, _)| meant(*at)).map(|(_, basis)| *basis).min();
        let mut found: Vec<(usize, Basis)> =
            self.0.iter().filter_map(|place| Some((place.feature?, basis(place)?))).collect();
        sort(&mut found, |(one, _), (other, _)| one.cmp(other));
        found.into_iter().filter_map(|(index, basis)| Some((atlas.features.get(index)?, basis))).collect()
    }

    /// Ids of the places that light up on the map when `target` is selected.
    pub fn places_of(&self, atlas: &Atlas, target: &Target) -> Vec<String> {
        match target {
            Target::Place(id) => std::iter::once(id.clone()).chain(lit(self.parts_of_place(atlas, id))).collect(),
            Target::Article(number) => lit(self.places_of_article(atlas, *number)).collect(),
            Target::Claim(id) => atlas.claim(id).map(|claim| claim.places.clone()).unwrap_or_default(),
            Target::Source(id) => {
                let mut places: Vec<String> = atlas
                    .claims
                    .iter()
                    .filter(|claim| &claim.commentary == id)
                    .flat_map(|claim| claim.places.iter().cloned())
                    .collect();
                sort(&mut places, Ord::cmp);
                places.dedup();
                places
            }
        }
    }
}

/// Most places that light up: more would be no highlight.
const LIT: usize = 250;

/// Ids of places that light up; of very many the most important.
fn lit(places: Vec<&Feature>) -> impl Iterator<Item = String> {
    let lit = if places.len() > LIT { important(places.into_iter(), LIT) } else { places };
    lit.into_iter().map(|place| place.id.clone())
}

/// All places there are or that something speaks of, in order of their ids.
fn places(atlas: &Atlas) -> Vec<PlaceLinks> {
    let mut named: Vec<(&str, Option<usize>)> = Vec::with_capacity(atlas.features.len());
    named.extend(atlas.features.iter().enumerate().map(|(index, feature)| (feature.id.as_str(), Some(index))));
    let by_features = atlas.features.iter().flat_map(|feature| {
        let states = feature.shares.iter().filter_map(|share| share.place.as_ref());
        feature.part_of.iter().chain(&feature.along).chain(states)
    });
    let by_articles = atlas.articles.iter().flat_map(|article| &article.places).map(|link| &link.place);
    let by_claims = atlas.claims.iter().flat_map(|claim| &claim.places);
    let spoken_of = by_features.chain(by_articles).chain(by_claims);
    named.extend(spoken_of.map(|id| (id.as_str(), None)));
    // Stable, and so the feature itself comes before those who speak of it.
    sort(&mut named, |one, other| one.0.cmp(other.0));
    named.dedup_by(|later, first| later.0 == first.0);
    named.into_iter().map(|(id, feature)| PlaceLinks { id: id.to_string(), feature, ..PlaceLinks::default() }).collect()
}
