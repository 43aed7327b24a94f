//! Packed trees of rectangles.

use super::{Coord, Rect};
use atlas_model::sort;

/// Rectangles in one node. Wide enough for a flat tree, narrow enough to be passed over.
const WIDE: usize = 16;

/// Rectangles that are asked for by where they are, and how closely one looks.
#[derive(Clone, Debug, Default)]
pub struct Index {
    /// Each built once, of what came at a time, with the level from which on it is looked at.
    trees: Vec<(i32, Tree)>,
    count: u32,
}

/// A packed tree.
///
/// The rectangles lie along a Z-order curve (G. M. Morton, 1966), so that neighbours in the list are neighbours on the plane;
/// each level above holds the bounds of every sixteen of the one below.
#[derive(Clone, Debug, Default)]
struct Tree {
    /// Which rectangle each of the lowest level is.
    order: Vec<u32>,
    /// The levels, the rectangles themselves first.
    levels: Vec<Vec<Rect>>,
}

impl Index {
    /// Adds rectangles for all levels from one on, whose positions follow on those that are there.
    pub fn add(&mut self, level: i32, rectangles: &[Rect]) {
        if !rectangles.is_empty() {
            self.trees.push((level, Tree::new(rectangles, self.count)));
            self.count += rectangles.len() as u32;
        }
    }

    /// Tells `met` the position of every rectangle of a level that meets `area`, and the rectangle, in no particular
    /// order.
    pub fn visit(&self, level: i32, area: &Rect, met: &mut dyn FnMut(u32, &Rect)) {
        let seen = self.trees.iter().filter(|(from, _)| *from <= level);
        seen.for_each(|(_, tree)| tree.visit(area, met));
    }
}

impl Tree {
    /// The tree of these rectangles, the first of which has the position `from`.
    fn new(rectangles: &[Rect], from: u32) -> Tree {
        let whole = rectangles.iter().fold(Rect::EMPTY, |whole, one| whole.union(*one));
        let mut keyed: Vec<(u32, u32, Rect)> =
            (from..).zip(rectangles).map(|(at, one)| (position_on_curve(one.centre(), &whole), at, *one)).collect();
        sort(&mut keyed, |one, other| one.0.cmp(&other.0));
        let order = keyed.iter().map(|(_, at, _)| *at).collect();
        let mut levels: Vec<Vec<Rect>> = vec![keyed.into_iter().map(|(_, _, one)| one).collect()];
        while let Some(below) = levels.last().filter(|below| below.len() > 1) {
            let bounds = |node: &[Rect]| node.iter().fold(Rect::EMPTY, |bounds, one| bounds.union(*one));
            levels.push(below.chunks(WIDE).map(bounds).collect());
        }
        Tree { order, levels }
    }

    fn visit(&self, area: &Rect, met: &mut dyn FnMut(u32, &Rect)) {
        let mut nodes: Vec<(usize, usize)> = vec![(self.levels.len(), 0)];
        while let Some((above, node)) = nodes.pop() {
            // The children of a node, or the root, which nobody is the parent of.
            let Some(level) = above.checked_sub(1) else { continue };
            let Some(rectangles) = self.levels.get(level) else { continue };
            let children = node * WIDE..((node + 1) * WIDE).min(rectangles.len());
            for (child, rectangle) in children.clone().zip(rectangles.get(children).unwrap_or_default()) {
                if !rectangle.intersects(area) {
                    continue;
                }
                if level > 0 {
                    nodes.push((level, child));
                } else if let Some(at) = self.order.get(child) {
                    met(*at, rectangle);
                }
            }
        }
    }
}

/// How far along a Z-order curve through `whole` a place lies: what is near on the curve is near on the plane.
pub fn position_on_curve(place: Coord, whole: &Rect) -> u32 {
    let share = |at: f64, from: f64, length: f64| ((at - from) / length.max(f64::MIN_POSITIVE) * 65535.0) as u32;
    let x = share(place.x, whole.min.x, whole.width());
    let y = share(place.y, whole.min.y, whole.height());
    (0..16).fold(0, |key, bit| key | (x >> bit & 1) << (2 * bit) | (y >> bit & 1) << (2 * bit + 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::coord;
    use proptest::prelude::*;

    fn rectangle() -> impl Strategy<Value = Rect> {
        (-100.0..100.0, -100.0..100.0, 0.0..30.0, 0.0..30.0)
            .prop_map(|(x, y, width, height)| Rect { min: coord(x, y), max: coord(x + width, y + height) })
    }

    proptest! {
        #[test]
        fn finds_what_looking_at_everything_finds(
            rectangles in prop::collection::vec(rectangle(), 0..600), share in 0.0..1.0, area in rectangle(),
        ) {
            let (first, second) = rectangles.split_at((rectangles.len() as f64 * share) as usize);
            let mut index = Index::default();
            index.add(i32::MIN, first);
            index.add(3, second);
            for (level, seen) in [(2, first), (3, &rectangles)] {
                let mut found = Vec::new();
                index.visit(level, &area, &mut |at, _| found.push(at));
                found.sort_unstable();
                let all: Vec<u32> = (0..).zip(seen).filter(|(_, one)| one.intersects(&area)).map(|(at, _)| at).collect();
                prop_assert_eq!(found, all);
            }
        }
    }
}
