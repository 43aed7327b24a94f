//! What stands out, by position: asked for every feature of a picture, so ids are looked up once.

use super::{Emphasis, Highlight, MapData};
use atlas_model::sort;

/// Positions of the features that stand out, each list in order.
pub(super) struct HighlightSet {
    selected: Vec<usize>,
    related: Vec<usize>,
    /// Something stands out, on the map or off it.
    any: bool,
}

impl HighlightSet {
    pub(super) fn new(map_data: &MapData, highlight: &Highlight) -> HighlightSet {
        HighlightSet::of(map_data, &highlight.selected, &highlight.related)
    }

    /// The same from the ids alone.
    pub(super) fn of(map_data: &MapData, selected: &[String], related: &[String]) -> HighlightSet {
        let any = !selected.is_empty() || !related.is_empty();
        let [selected, related] = [selected, related].map(|ids| {
            let mut found: Vec<usize> = ids.iter().filter_map(|id| map_data.position(id)).collect();
            sort(&mut found, Ord::cmp);
            found
        });
        HighlightSet { selected, related, any }
    }

    /// True for what is selected, or related to what is.
    pub(super) fn contains(&self, at: usize) -> bool {
        self.selected.binary_search(&at).is_ok() || self.related.binary_search(&at).is_ok()
    }

    /// Positions of what is selected or related.
    pub(super) fn all(&self) -> impl Iterator<Item = usize> + '_ {
        self.selected.iter().chain(&self.related).copied()
    }

    /// Whether a feature stands out.
    pub(super) fn emphasis(&self, at: usize) -> Emphasis {
        if self.selected.binary_search(&at).is_ok() {
            Emphasis::Selected
        } else if self.related.binary_search(&at).is_ok() {
            Emphasis::Related
        } else if self.any {
            Emphasis::Receding
        } else {
            Emphasis::Plain
        }
    }
}
