//! Who is called what, and who calls on whom: the ids given and the ids used.

use super::files::Spot;
use crate::atlas::ArticleRef;
use std::collections::BTreeMap;

/// What an id can stand for. Documents and commentaries share their ids: both can be cited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Thing {
    Place,
    Claim,
    Document,
    Commentary,
    Tour,
    Article,
}

impl Thing {
    /// Two things of the same family cannot have the same id.
    fn family(self) -> Thing {
        if self == Thing::Commentary { Thing::Document } else { self }
    }
}

/// An id that something calls on.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    pub wanted: Wanted,
    pub at: Spot,
    /// Who calls on it, and how: `claim “gif-16” names the place`.
    pub phrase: String,
}

/// What a mention calls on.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Wanted {
    Place(String),
    Claim(String),
    /// A document or a commentary.
    Source(String),
    Commentary(String),
    Article(ArticleRef),
}

/// All ids given and used.
#[derive(Default)]
pub(super) struct Registry {
    given: BTreeMap<(Thing, String), (Thing, Spot)>,
    pub mentions: Vec<Mention>,
}

impl Registry {
    /// Records an id; gives back where it was given before, if it was.
    pub fn give(&mut self, thing: Thing, id: &str, at: Spot) -> Option<Spot> {
        let key = (thing.family(), id.to_string());
        if let Some((_, first)) = self.given.get(&key) {
            return Some(*first);
        }
        self.given.insert(key, (thing, at));
        None
    }

    /// True when something of this sort has the id.
    pub fn has(&self, thing: Thing, id: &str) -> bool {
        self.given.get(&(thing.family(), id.to_string())).is_some_and(|(given, _)| *given == thing)
    }

    /// Where the id of something was given.
    pub fn spot(&self, thing: Thing, id: &str) -> Option<Spot> {
        self.given.get(&(thing.family(), id.to_string())).map(|(_, at)| *at)
    }

    /// The ids of a sort, in alphabetical order.
    pub fn ids(&self, thing: Thing) -> impl Iterator<Item = &str> {
        self.given.iter().filter(move |(_, (given, _))| *given == thing).map(|((_, id), _)| id.as_str())
    }
}
