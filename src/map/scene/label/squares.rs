//! A large atlas is lettered square by square.
//!
//! Names of a small atlas are placed over the whole of it at once. With many thousands of features that would take
//! seconds for each step of zoom, most of it for names that nobody looks at. From some hundred features on, the plane is
//! cut into squares, and only those that are looked at are lettered.
//!
//! A name may depend on where the window is as little as in a small atlas. So each square is first lettered alone,
//! with regard to what lies about it; then a name goes that meets a more important one which a neighbour has placed
//! alone. Both steps depend on the square, and on nothing else.

use super::boxes::{Footprint, Scales};
use super::cache::{Begun, Extent};
use super::key::{LabelKey, STEPS};
use super::naming::priority;
use super::place::{LabelRegion, Placing, place, scales};
use super::types::PlacedLabel;
use crate::geometry::maths::exp2;
use crate::geometry::{Camera, Rect, coord};
use crate::scene::visibility_filter::{VisibilityFilter, map_features_in};
use crate::scene::{Detail, LabelledMap, MapStyle};
use std::sync::{Arc, PoisonError};

/// Side of a square at the smallest scale of a step, nominal px.
const SIDE: f64 = 512.0;
/// What lies so near to a square is regarded when it is lettered, nominal px: most names are shorter.
const ABOUT: f64 = 256.0;

/// Most names that are considered for a square.
const MOST_NAMES: usize = 120;
/// Names of a square that are placed without a pause.
const AT_ONCE: usize = 16;

impl LabelledMap {
    /// The names for a part of the plane, km, and some beyond it.
    pub(super) fn placed(&self, key: &LabelKey, view: &Rect) -> Vec<Arc<Vec<PlacedLabel>>> {
        if !self.is_large() {
            let room = VisibilityFilter::for_names(self, key);
            let all =
                self.map_features.iter().enumerate().filter(|(at, one)| room.has(*at, one)).map(|(at, _)| at).collect();
            return vec![self.labels.get(key, Extent::Whole, || place(self, key, all, None))];
        }
        squares(key, view).map(|(column, row)| self.agreed(key, column, row)).collect()
    }

    /// Goes on with placing the names that a camera's picture needs, a little at a time, because in a large atlas all of
    /// it could take long; false when none is left. A picture made after that has no names to place.
    pub fn place_next_labels(&self, camera: &Camera, map_style: &MapStyle) -> bool {
        let key = LabelKey::new(camera, map_style);
        let Some((column, row)) = self.unlabelled(&key, &camera.to_world_rect(&Detail::screen(camera).cut.window))
        else {
            return false;
        };
        let mut begun = self.labels.begun.lock().unwrap_or_else(PoisonError::into_inner);
        // What is begun is finished, also when something else has become more urgent.
        match begun.take().filter(|begun| begun.placing.key == key) {
            None => {
                let (map_features, part) = self.around(&key, column, row);
                let placing = Placing::new(&key, map_features, Some(part));
                *begun = Some(Begun { square: (column, row), placing });
            }
            Some(Begun { square: (column, row), mut placing, .. }) => {
                if placing.go_on(self, AT_ONCE) {
                    *begun = Some(Begun { square: (column, row), placing });
                } else {
                    self.labels.get(&key, Extent::Alone(column, row), || placing.placed);
                }
            }
        }
        true
    }

    /// A square whose names are wanted for a part of the plane, km, and not placed yet.
    pub(super) fn unlabelled(&self, key: &LabelKey, view: &Rect) -> Option<(i32, i32)> {
        if !self.is_large() {
            return None;
        }
        let about = |(column, row): (i32, i32)| NEIGHBOURS.into_iter().map(move |(dx, dy)| (column + dx, row + dy));
        let mut wanted = squares(key, view).flat_map(|square| about(square).chain([square]));
        wanted.find(|(column, row)| !self.labels.has(key, Extent::Alone(*column, *row)))
    }

    fn alone(&self, key: &LabelKey, column: i32, row: i32) -> Arc<Vec<PlacedLabel>> {
        self.labels.get(key, Extent::Alone(column, row), || {
            let (map_features, part) = self.around(key, column, row);
            place(self, key, map_features, Some(part))
        })
    }

    /// What is regarded when a square is lettered alone.
    fn around(&self, key: &LabelKey, column: i32, row: i32) -> (Vec<usize>, LabelRegion) {
        let square = square(key, column, row);
        let around = square.grown(ABOUT / scales(key).0);
        (
            map_features_in(self, &around, &VisibilityFilter::for_names(self, key)),
            LabelRegion { square, around, uncut: false, most: MOST_NAMES },
        )
    }

    fn agreed(&self, key: &LabelKey, column: i32, row: i32) -> Arc<Vec<PlacedLabel>> {
        self.labels.get(key, Extent::Agreed(column, row), || {
            let own = self.alone(key, column, row);
            let square = square(key, column, row);
            let near = square.grown(ABOUT / scales(key).0);
            let mut others: Vec<(Rect, Arc<Vec<PlacedLabel>>, usize)> = Vec::new();
            for (dx, dy) in NEIGHBOURS {
                let labels = self.alone(key, column + dx, row + dy);
                for at in 0..labels.len() {
                    let reach = reach(&labels[at], scales(key));
                    if reach.intersects(&near) {
                        others.push((reach, labels.clone(), at));
                    }
                }
            }
            let stays = |label: &&PlacedLabel| {
                let area = reach(label, scales(key));
                others.iter().all(|(reach, labels, at)| {
                    !reach.intersects(&area)
                        || !meet(label, &labels[*at], scales(key))
                        || self.goes_before(key, label, &labels[*at])
                })
            };
            own.iter().filter(stays).cloned().collect()
        })
    }

    /// True for the name that stays where two meet. A long line may carry its name twice; then the place decides.
    fn goes_before(&self, key: &LabelKey, one: &PlacedLabel, other: &PlacedLabel) -> bool {
        let (before, after) = (self.precedence(key, one), self.precedence(key, other));
        let place = |label: &PlacedLabel| (label.anchor.x, label.anchor.y);
        before < after || before == after && place(one) <= place(other)
    }

    /// Which of two names goes first: the one of the smaller.
    fn precedence(&self, key: &LabelKey, label: &PlacedLabel) -> (f64, usize) {
        let map_feature = label.map_feature.and_then(|at| Some((at, self.map_features.get(at)?)));
        map_feature.map_or((GROUND, 0), |(at, map_feature)| (priority(map_feature, key), at))
    }
}

/// A name of the ground gives way to features of rank 1 alone.
const GROUND: f64 = 20.0;

const NEIGHBOURS: [(i32, i32); 8] = [(-1, -1), (0, -1), (1, -1), (-1, 0), (1, 0), (-1, 1), (0, 1), (1, 1)];

/// Side of the squares of a step, km.
fn side(key: &LabelKey) -> f64 {
    SIDE / exp2(f64::from(key.step) / STEPS)
}

/// The squares that have names for a part of the plane, km: a name may reach out of its square.
fn squares(key: &LabelKey, view: &Rect) -> impl Iterator<Item = (i32, i32)> + use<> {
    let side = side(key);
    let view = view.grown(ABOUT / scales(key).0);
    let span = move |from: f64, to: f64| (from / side).floor() as i32..=(to / side).floor() as i32;
    let columns = span(view.min.x, view.max.x);
    span(view.min.y, view.max.y).flat_map(move |row| columns.clone().map(move |column| (column, row)))
}

fn square(key: &LabelKey, column: i32, row: i32) -> Rect {
    let side = side(key);
    let (left, top) = (f64::from(column) * side, f64::from(row) * side);
    Rect { min: coord(left, top), max: coord(left + side, top + side) }
}

fn footprints(label: &PlacedLabel) -> impl Iterator<Item = Footprint> + '_ {
    label.boxes.iter().map(|rect| Footprint { anchor: label.anchor, rect: *rect })
}

fn reach(label: &PlacedLabel, scales: Scales) -> Rect {
    footprints(label).fold(Rect::EMPTY, |all, one| all.union(one.reach(scales)))
}

fn meet(one: &PlacedLabel, other: &PlacedLabel, scales: Scales) -> bool {
    footprints(one).any(|a| footprints(other).any(|b| a.meets(&b, scales)))
}
