//! Finer ground and finer shapes for a map that is shown already.

use super::map_data::{IndexEntry, stretches};
use super::{MapData, base_layer};
use crate::basemap::{self, Basemap};
use crate::geometry::{Polyline, Rect};
use geo_types::Geometry;
use std::vec::IntoIter;

/// A finer level of the ground on its way into a [`MapData`]: projected a few points at a time, taken in at once.
pub struct DetailLoader {
    arcs: IntoIter<basemap::Arc>,
    lines: Vec<Polyline>,
}

/// The finer level is not one of the ground that the map was made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DetailMismatch;

impl DetailLoader {
    /// Begins with the level of the ground that follows the one `map_data` was made of.
    ///
    /// # Errors
    /// [`DetailMismatch`] when it does not have the same arcs.
    pub fn new(detail: Basemap, map_data: &MapData) -> Result<DetailLoader, DetailMismatch> {
        if detail.arcs.len() != map_data.ground.arcs.len() {
            return Err(DetailMismatch);
        }
        Ok(DetailLoader { lines: Vec::with_capacity(detail.arcs.len()), arcs: detail.arcs.into_iter() })
    }

    /// Projects the next arcs, about this many points; false when there are none left.
    pub fn project(&mut self, points: usize) -> bool {
        let mut done = 0;
        while done < points {
            let Some(arc) = self.arcs.next() else { return false };
            done += arc.points.len();
            self.lines.push(base_layer::line(&arc));
        }
        true
    }
}

/// Finer shapes of features by their ids on their way into a [`MapData`], which takes them in one by one.
pub struct Refinement {
    shapes: IntoIter<(String, Geometry<f64>)>,
    /// Where they are, for the index.
    found: Vec<(Rect, IndexEntry)>,
}

impl Refinement {
    /// Begins with these shapes.
    pub fn new(shapes: Vec<(String, Geometry<f64>)>) -> Refinement {
        Refinement { shapes: shapes.into_iter(), found: Vec::new() }
    }
}

/// Takes in a finer level of the ground that is wholly projected. What is drawn and what is hit change together;
/// frames and names stay where they are.
pub fn load_detail(map_data: &mut MapData, arrival: DetailLoader) {
    for (old, new) in map_data.pool[map_data.ground.arcs.clone()].iter_mut().zip(arrival.lines) {
        *old = new;
    }
    map_data.ground.measure(&map_data.pool);
    for part in map_data.map_features.iter_mut().flat_map(|map_feature| &mut map_feature.areas) {
        part.area.measure(&map_data.pool);
    }
}

/// Takes in the next of finer shapes, the index with the last; false when none is left. What is not of a feature is
/// passed over.
pub fn refine(map_data: &mut MapData, arrival: &mut Refinement) -> bool {
    let Some((id, geometry)) = arrival.shapes.next() else {
        map_data.add_to_index(std::mem::take(&mut arrival.found));
        return false;
    };
    if let Some(at) = map_data.position(&id)
        && let Some(map_feature) = map_data.map_features.get_mut(at)
    {
        map_feature.reshape(&geometry, &mut map_data.pool);
        arrival.found.extend(stretches(at as u32, map_feature, &map_data.pool));
    }
    true
}
