//! Placements that are kept.

use super::key::LabelKey;
use super::place::Placing;
use super::types::PlacedLabel;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Placements kept: two zooms in two states of selection, for two pages that are made at once.
const KEPT: usize = 12;
/// Squares kept of each: those of a large window, each twice, and of where it was before.
const SQUARES: usize = 256;

/// What of the plane a placement is for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Extent {
    Whole,
    /// A square by column and row, lettered alone.
    Alone(i32, i32),
    /// The same, in agreement with its neighbours.
    Agreed(i32, i32),
}

/// A square that is being lettered.
pub(super) struct Begun {
    pub square: (i32, i32),
    pub placing: Placing,
}

/// The last few placements, and a square that is being lettered.
#[derive(Default)]
pub(in crate::scene) struct Cache {
    kept: Mutex<Vec<KeptPlacement>>,
    pub(super) begun: Mutex<Option<Begun>>,
}

type KeptPlacement = (LabelKey, Vec<(Extent, Arc<Vec<PlacedLabel>>)>);

impl Cache {
    fn lock(&self) -> MutexGuard<'_, Vec<KeptPlacement>> {
        // A poisoned lock only means that a placement was not stored.
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn known(&self, key: &LabelKey, extent: Extent) -> Option<Arc<Vec<PlacedLabel>>> {
        let kept = self.lock();
        let (_, parts) = kept.iter().find(|(known, _)| known == key)?;
        parts.iter().find(|(known, _)| *known == extent).map(|(_, placed)| placed.clone())
    }

    /// True for what is kept.
    pub(super) fn has(&self, key: &LabelKey, extent: Extent) -> bool {
        self.known(key, extent).is_some()
    }

    /// What is kept, or else is placed now. Others can use the cache meanwhile.
    pub(super) fn get(
        &self,
        key: &LabelKey,
        extent: Extent,
        place: impl FnOnce() -> Vec<PlacedLabel>,
    ) -> Arc<Vec<PlacedLabel>> {
        if let Some(placed) = self.known(key, extent) {
            return placed;
        }
        let placed = Arc::new(place());
        let mut kept = self.lock();
        let at = kept.iter().position(|(known, _)| known == key).unwrap_or_else(|| {
            if kept.len() >= KEPT {
                kept.remove(0);
            }
            kept.push((key.clone(), Vec::new()));
            kept.len() - 1
        });
        if let Some((_, parts)) = kept.get_mut(at) {
            if parts.len() >= SQUARES {
                parts.remove(0);
            }
            parts.push((extent, placed.clone()));
        }
        placed
    }
}
