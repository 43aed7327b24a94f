//! Links in both directions: place ⇄ article ⇄ claim.

use super::{ArticleRef, Atlas, Basis, Claim, Feature, Target, sort};

/// An index of who speaks of what, built once from an [`Atlas`].
#[derive(Clone, Debug, Default)]
pub struct Links(Vec<Place>);

/// What speaks of a place, by index in the atlas.
#[derive(Clone, Debug, Default)]
struct Place {
    id: String,
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
        let mut links = Links::default();
        for (index, feature) in atlas.features.iter().enumerate() {
            if let Some(whole) = &feature.part_of {
                links.place_mut(whole).parts.push(index);
            }
            let states = feature.shares.iter().filter_map(|share| share.place.as_ref());
            for place in feature.along.iter().chain(states) {
                links.place_mut(place).lines.push(index);
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
            for place in &claim.places {
                links.place_mut(place).claims.push(index);
                for link in &claim.articles {
                    links.add_article(place, link.article, link.basis);
                }
            }
        }
        links
    }

    fn add_article(&mut self, place: &str, article: ArticleRef, basis: Basis) {
        let articles = &mut self.place_mut(place).articles;
        let at = articles.iter().take_while(|(known, _)| *known < article).count();
        match articles.get_mut(at) {
            Some((known, strongest)) if *known == article => *strongest = basis.min(*strongest),
            _ => articles.insert(at, (article, basis)),
        }
    }

    fn place(&self, id: &str) -> Option<&Place> {
        self.0.iter().find(|place| place.id == id)
    }

    fn place_mut(&mut self, id: &str) -> &mut Place {
        let at = self.0.iter().position(|place| place.id == id).unwrap_or_else(|| {
            self.0.push(Place { id: id.to_string(), ..Place::default() });
            self.0.len() - 1
        });
        &mut self.0[at]
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
        let line = |id: &Option<String>| atlas.feature(id.as_deref()?).filter(|whole| whole.length_km.is_some());
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
        atlas
            .features
            .iter()
            .filter(|feature| {
                let place = self.place(&feature.id);
                place.is_some_and(|place| place.articles.iter().any(|(article, _)| article.covers(number)))
            })
            .collect()
    }

    /// Ids of the places that light up on the map when `target` is selected.
    pub fn places_of(&self, atlas: &Atlas, target: &Target) -> Vec<String> {
        match target {
            Target::Place(id) => std::iter::once(id.clone())
                .chain(self.parts_of_place(atlas, id).into_iter().map(|part| part.id.clone()))
                .collect(),
            Target::Article(number) => {
                self.places_of_article(atlas, *number).into_iter().map(|feature| feature.id.clone()).collect()
            }
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
