//! Finding what lies near without looking at everything.

use crate::geometry::Rect;

/// Cells along each side.
const SIDE: usize = 48;
/// Against rounding at the edges of cells, km.
const HAIR: f64 = 1e-6;

/// The end of the things of a cell.
const END: u32 = u32::MAX;

/// Things by the cells of a rectangle they lie in. What lies outside it counts as on its edge.
pub(super) struct Grid {
    bounds: Rect,
    /// For each cell its newest link.
    cells: Vec<u32>,
    /// A thing, and the next link of its cell.
    links: Vec<(u32, u32)>,
}

impl Grid {
    /// A grid over a rectangle, km.
    pub(super) fn new(bounds: Rect) -> Grid {
        Grid { bounds, cells: vec![END; SIDE * SIDE], links: Vec::new() }
    }

    /// Adds a thing to all cells that its rectangle meets.
    pub(super) fn add(&mut self, area: &Rect, thing: usize) {
        let (columns, rows) = self.span(area);
        for row in rows {
            for column in columns.clone() {
                if let Some(cell) = self.cells.get_mut(row * SIDE + column) {
                    let next = std::mem::replace(cell, self.links.len() as u32);
                    self.links.push((thing as u32, next));
                }
            }
        }
    }

    /// The things in all cells that a rectangle meets; one that lies in several may come several times.
    pub(super) fn near(&self, area: &Rect) -> impl Iterator<Item = usize> + '_ {
        let (columns, rows) = self.span(area);
        let cells = rows.flat_map(move |row| columns.clone().map(move |column| row * SIDE + column));
        let link = |at: u32| self.links.get(at as usize);
        let of_cell = move |cell: &u32| std::iter::successors(link(*cell), move |(_, next)| link(*next));
        cells.filter_map(|cell| self.cells.get(cell)).flat_map(of_cell).map(|(thing, _)| *thing as usize)
    }

    fn span(&self, area: &Rect) -> (std::ops::RangeInclusive<usize>, std::ops::RangeInclusive<usize>) {
        let cell = |value: f64, from: f64, size: f64| (((value - from) / size * SIDE as f64) as usize).min(SIDE - 1);
        let Rect { min, max } = self.bounds;
        let column = |x: f64| cell(x, min.x, max.x - min.x);
        let row = |y: f64| cell(y, min.y, max.y - min.y);
        let area = area.grown(HAIR);
        (column(area.min.x)..=column(area.max.x), row(area.min.y)..=row(area.max.y))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rects() -> impl Strategy<Value = Rect> {
        (-40.0..140.0, -40.0..140.0, 0.0..60.0, 0.0..60.0).prop_map(|(x, y, w, h)| Rect::new(x, y, x + w, y + h))
    }

    proptest! {
        #[test]
        fn nothing_near_is_missed(things in prop::collection::vec(rects(), 1..40), area in rects()) {
            let mut grid = Grid::new(Rect::new(0.0, 0.0, 100.0, 100.0));
            things.iter().enumerate().for_each(|(at, thing)| grid.add(thing, at));
            let near: Vec<usize> = grid.near(&area).collect();
            for (at, thing) in things.iter().enumerate() {
                prop_assert!(!thing.intersects(&area) || near.contains(&at));
            }
        }
    }
}
