//! How much a prerendered picture may hold, and what is left out of a large atlas.
//!
//! A page carries its map inside, so the map must stay small however much the atlas holds. What the page is about is
//! always shown; of the rest the higher ranks, then what lies in the frame rather than beyond it. What is left out is
//! left out of every build alike, and the live map shows it.

use super::highlight_set::HighlightSet;
use super::visibility_filter::scattered;
use super::{Detail, Emphasis, Group, MapData, MapStyle, Mark, Scene, compose, visible_features};
use crate::geometry::{Camera, Rect};

/// How much a picture may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    /// Most features.
    pub features: usize,
    /// Most vertices of lines and areas that features bring with them; those of the basemap do not count.
    pub vertices: usize,
}

/// A picture that keeps a budget.
pub struct Picture {
    /// What it shows.
    pub scene: Scene,
    /// Positions of the features in it, in reading order; `None` for all that the window holds.
    pub only: Option<Vec<usize>>,
}

/// The picture for a camera, within a budget. It has no names; see [`LabelledMap::labels_of`](super::LabelledMap::labels_of).
///
/// While all that the window shows fits, the picture is that of [`LabelledMap::scene`](super::LabelledMap::scene).
pub fn picture(map_data: &MapData, camera: &Camera, map_style: &MapStyle, detail: &Detail, budget: Budget) -> Picture {
    let shown = visible_features(map_data, camera, map_style, &detail.cut.window);
    let highlighted = HighlightSet::new(map_data, &map_style.highlight);
    let fits = shown.len() <= budget.features && !map_data.is_large();
    let mut order = shown.clone();
    if !fits {
        order = by_importance(map_data, shown, &highlighted, &frame(camera));
        order.truncate(budget.features);
    }
    let mut detail = *detail;
    let mut groups = composed(map_data, &order, camera, map_style, &detail);
    if vertices(&groups) > budget.vertices {
        if fits {
            order = by_importance(map_data, order, &highlighted, &frame(camera));
        }
        let lit_alone = |group: &Group| matches!(group.emphasis, Emphasis::Selected | Emphasis::Related);
        // What the page is about is never left out; it is drawn more coarsely until it fits.
        for _ in 0..COARSER {
            let needed: usize = groups.iter().filter(|group| lit_alone(group)).map(weight).sum();
            if needed <= budget.vertices {
                break;
            }
            detail.cut.tolerance *= 2.0;
            groups = composed(map_data, &order, camera, map_style, &detail);
        }
        order = affordable(&order, &groups, &highlighted, budget.vertices);
        groups = composed(map_data, &order, camera, map_style, &detail);
    } else if fits {
        return Picture { scene: Scene { groups, labels: Vec::new() }, only: None };
    }
    order.sort_unstable();
    Picture { scene: Scene { groups, labels: Vec::new() }, only: Some(order) }
}

fn composed(map_data: &MapData, order: &[usize], camera: &Camera, map_style: &MapStyle, detail: &Detail) -> Vec<Group> {
    let mut shown = order.to_vec();
    shown.sort_unstable();
    let mut groups = Vec::new();
    compose(map_data, &shown, camera, map_style, detail, &mut |group| groups.push(group));
    groups
}

/// Features with the most important first.
fn by_importance(map_data: &MapData, shown: Vec<usize>, highlighted: &HighlightSet, frame: &Rect) -> Vec<usize> {
    let importance = |at: usize| {
        let map_feature = map_data.map_features.get(at)?;
        let emphasis = match highlighted.emphasis(at) {
            Emphasis::Selected => 0_u8,
            Emphasis::Related => 1,
            _ => 2,
        };
        let beyond = !map_feature.bounds.intersects(frame);
        Some((emphasis, map_feature.rank, beyond, scattered(&map_feature.id), at))
    };
    let mut order: Vec<_> = shown.into_iter().filter_map(importance).collect();
    order.sort_unstable();
    order.into_iter().map(|(.., at)| at).collect()
}

/// How often the tolerance may be doubled.
const COARSER: usize = 6;

fn frame(camera: &Camera) -> Rect {
    camera.to_world_rect(&camera.screen())
}

/// Vertices that a group brings along.
fn weight(group: &Group) -> usize {
    let of = |mark: &Mark| match mark {
        Mark::Path { path, key, .. } if key.is_empty() => path.points.len(),
        _ => 0,
    };
    if group.map_feature.is_some() { group.marks.iter().map(of).sum() } else { 0 }
}

/// How many vertices the features of a picture have.
pub fn vertices(groups: &[Group]) -> usize {
    groups.iter().map(weight).sum()
}

/// As many features as the vertices allow, in their order; one that is too large lets smaller ones through.
fn affordable(order: &[usize], groups: &[Group], highlighted: &HighlightSet, most: usize) -> Vec<usize> {
    let mut weights: Vec<(usize, usize)> =
        groups.iter().filter_map(|group| Some((group.map_feature?, weight(group)))).collect();
    weights.sort_unstable();
    let mut left = most;
    let mut taken = |at: &usize| {
        let found = weights.binary_search_by_key(at, |(map_feature, _)| *map_feature);
        let weight = found.ok().and_then(|slot| weights.get(slot)).map_or(0, |(_, weight)| *weight);
        let fits = weight <= left || highlighted.contains(*at);
        if fits {
            left = left.saturating_sub(weight);
        }
        fits
    };
    order.iter().copied().filter(|at| taken(at)).collect()
}
