//! What stands out, by position: asked for every feature of a picture, so ids are looked up once.

use super::{Highlight, MapData, Standing};
use atlas_model::sort;

/// Positions of the features that stand out, each list in order.
pub(super) struct Lit {
    selected: Vec<usize>,
    related: Vec<usize>,
    /// Something stands out, on the map or off it.
    any: bool,
}

impl Lit {
    pub fn new(world: &MapData, highlight: &Highlight) -> Lit {
        Lit::of(world, &highlight.selected, &highlight.related)
    }

    /// The same from the ids alone.
    pub fn of(world: &MapData, selected: &[String], related: &[String]) -> Lit {
        let any = !selected.is_empty() || !related.is_empty();
        let [selected, related] = [selected, related].map(|ids| {
            let mut found: Vec<usize> = ids.iter().filter_map(|id| world.position(id)).collect();
            sort(&mut found, Ord::cmp);
            found
        });
        Lit { selected, related, any }
    }

    /// True for what is selected, or related to what is.
    pub fn contains(&self, at: usize) -> bool {
        self.selected.binary_search(&at).is_ok() || self.related.binary_search(&at).is_ok()
    }

    /// Positions of what is selected or related.
    pub fn all(&self) -> impl Iterator<Item = usize> + '_ {
        self.selected.iter().chain(&self.related).copied()
    }

    /// Whether a feature stands out.
    pub fn standing(&self, at: usize) -> Standing {
        if self.selected.binary_search(&at).is_ok() {
            Standing::Selected
        } else if self.related.binary_search(&at).is_ok() {
            Standing::Related
        } else if self.any {
            Standing::Receding
        } else {
            Standing::Plain
        }
    }
}
