//! Who is called what, and who calls on whom: the ids given and the ids used.

use super::files::Spot;
use atlas_model::ArticleRef;
use std::collections::{BTreeMap, BTreeSet};

/// What an id can stand for. Documents and commentaries share their ids: both can be cited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Thing {
    Place,
    Claim,
    Document,
    Commentary,
    Tour,
    Article,
    Layer,
}

impl Thing {
    /// The sorts that cannot have an id in common with this one.
    fn family(self) -> &'static [Thing] {
        match self {
            Thing::Place => &[Thing::Place],
            Thing::Claim => &[Thing::Claim],
            Thing::Document | Thing::Commentary => &[Thing::Document, Thing::Commentary],
            Thing::Tour => &[Thing::Tour],
            Thing::Article => &[Thing::Article],
            Thing::Layer => &[Thing::Layer],
        }
    }
}

/// An id that something calls on.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    pub wanted: Wanted,
    pub at: Spot,
    /// Who calls on it, and how: `claim “smith-16” names the place`.
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
    Layer(String),
}

/// All ids given and used.
#[derive(Default)]
pub(super) struct Registry {
    given: BTreeMap<(Thing, String), Spot>,
    /// Sorts of which some could not be read, so that an id may exist without being known.
    incomplete: BTreeSet<Thing>,
    pub mentions: Vec<Mention>,
}

impl Registry {
    /// Records an id; gives back where it was given before, if it was.
    pub(crate) fn give(&mut self, thing: Thing, id: &str, at: Spot) -> Option<Spot> {
        let first = thing.family().iter().find_map(|relative| self.spot(*relative, id));
        self.given.entry((thing, id.to_string())).or_insert(at);
        first
    }

    /// Records that not all things of a sort could be read.
    pub(crate) fn incomplete(&mut self, things: &[Thing]) {
        self.incomplete.extend(things);
    }

    /// True when nothing of this sort has the id, as far as that can be said.
    pub(crate) fn lacks(&self, thing: Thing, id: &str) -> bool {
        !self.incomplete.contains(&thing) && self.spot(thing, id).is_none()
    }

    /// Where the id of something was given.
    pub(crate) fn spot(&self, thing: Thing, id: &str) -> Option<Spot> {
        self.given.get(&(thing, id.to_string())).copied()
    }

    /// The ids of a sort, in alphabetical order.
    pub(crate) fn ids(&self, thing: Thing) -> impl Iterator<Item = &str> {
        self.given.keys().filter(move |(given, _)| *given == thing).map(|(_, id)| id.as_str())
    }
}
