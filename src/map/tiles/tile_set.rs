//! The tiles of one scale and style.

use crate::geometry::{Camera, Coord, Rect, coord, distance};
use crate::scene::CutName;
use atlas_model::sort;

/// Sides of a tile are at most this long, CSS pixels.
const TILE: f64 = 288.0;
/// How far the picture of a tile reaches over the next one, CSS pixels: no seams while the layer is stretched.
const BLEED: f64 = 1.0;
/// Tiles farther than this from the view are given up, CSS pixels.
const FAR: f64 = 288.0;

/// A tile by its column and row, counted from the corner of the view that the set was made for.
pub type TileIndex = (i32, i32);

/// A tile that is painted or on its way.
#[derive(Clone, Debug)]
struct Tile<C> {
    index: TileIndex,
    canvas: C,
    /// The picture that it waits for.
    job: Option<u32>,
    /// Shows a name that is to go, or lacks one that is to come back.
    stale: bool,
}

/// The tiles of one scale and style, and what is known of each. `C` is what a tile is painted on.
#[derive(Clone, Debug)]
pub struct TileSet<C> {
    /// The place at the corner of tile (0, 0), km.
    corner: Coord,
    /// Pixels for each kilometre.
    scale: f64,
    /// Width and height of a tile, CSS pixels.
    sides: [f64; 2],
    /// Device pixels for each CSS pixel.
    ratio: f64,
    tiles: Vec<Tile<C>>,
    /// The names that it goes without.
    without: Vec<CutName>,
    /// The view at rest whose edges cut them.
    trimmed: Option<Camera>,
}

impl<C> TileSet<C> {
    /// No tiles yet, for what a camera sees, with `ratio` device pixels to each CSS pixel: as many columns and rows as the
    /// view needs, no larger than it needs them, and whole device pixels each.
    pub fn new(camera: &Camera, ratio: f64) -> TileSet<C> {
        let sides = [camera.width, camera.height].map(|whole| (whole / (whole / TILE).ceil() * ratio).ceil() / ratio);
        let corner = camera.to_world(coord(0.0, 0.0));
        TileSet { corner, scale: camera.scale, sides, ratio, tiles: Vec::new(), without: Vec::new(), trimmed: None }
    }

    /// Pixels for each kilometre.
    pub fn scale(&self) -> f64 {
        self.scale
    }

    /// Device pixels for each CSS pixel.
    pub fn ratio(&self) -> f64 {
        self.ratio
    }

    /// Places (km) of the names that it goes without.
    pub fn without(&self) -> Vec<Coord> {
        self.without.iter().map(|name| name.anchor).collect()
    }

    /// True when it goes without the names that the edges of this view cut.
    pub fn is_trimmed_for(&self, camera: &Camera) -> bool {
        self.trimmed.as_ref() == Some(camera)
    }

    /// The edges of a view are to be looked at again.
    pub fn untrim(&mut self) {
        self.trimmed = None;
    }

    /// Has it go without these names, which the edges of a view cut. Tiles that differ thereby are painted again.
    pub fn trim(&mut self, camera: &Camera, names: Vec<CutName>) {
        self.trimmed = Some(*camera);
        let has = |names: &[CutName], one: &CutName| names.iter().any(|name| name.anchor == one.anchor);
        let changed = |name: &&CutName| !(has(&self.without, name) && has(&names, name));
        let extents: Vec<Rect> = self.without.iter().chain(&names).filter(changed).map(|name| name.extent).collect();
        let meets = |index| {
            let view = self.camera_of(index).view();
            extents.iter().any(|extent| extent.intersects(&view))
        };
        let stale: Vec<bool> = self.tiles.iter().map(|tile| meets(tile.index)).collect();
        self.tiles.iter_mut().zip(stale).for_each(|(tile, stale)| tile.stale |= stale);
        self.without = names;
    }

    /// The camera whose picture a tile is, CSS pixels.
    pub fn camera_of(&self, (column, row): TileIndex) -> Camera {
        let [width, height] = self.sides;
        let middle = |at: i32, side: f64| (f64::from(at) + 0.5) * side / self.scale;
        let centre = coord(self.corner.x + middle(column, width), self.corner.y + middle(row, height));
        Camera { centre, scale: self.scale, width: width + 2.0 * BLEED, height: height + 2.0 * BLEED }
    }

    /// Where the picture of a tile lies, CSS pixels from the corner of tile (0, 0).
    fn place_of(&self, (column, row): TileIndex) -> Rect {
        let [width, height] = self.sides;
        let (left, top) = (f64::from(column) * width - BLEED, f64::from(row) * height - BLEED);
        Rect::new(left, top, left + width + 2.0 * BLEED, top + height + 2.0 * BLEED)
    }

    /// Where the corner of tile (0, 0) comes to lie for a camera, CSS pixels, and how far the set is stretched. Unstretched
    /// it keeps to whole device pixels, which leaves it sharp.
    pub fn placement(&self, camera: &Camera) -> (Coord, f64) {
        let at = camera.to_screen(self.corner);
        let stretch = camera.scale / self.scale;
        let whole = |value: f64| (value * self.ratio).round() / self.ratio;
        (if stretch == 1.0 { coord(whole(at.x), whole(at.y)) } else { at }, stretch)
    }

    /// The tiles that meet the view of a camera, from its middle outwards.
    pub fn wanted(&self, camera: &Camera) -> Vec<TileIndex> {
        let view = camera.view();
        let [width, height] = self.sides.map(|side| side / self.scale);
        // A hair less: where the view ends with a tile, the next one is not wanted.
        let hair = 0.01 / self.scale;
        let span = |from: f64, to: f64, side: f64| {
            ((from + hair) / side).floor() as i32..=(((to - hair) / side).ceil() as i32 - 1)
        };
        let columns = span(view.min.x - self.corner.x, view.max.x - self.corner.x, width);
        let rows = span(view.min.y - self.corner.y, view.max.y - self.corner.y, height);
        let mut indices: Vec<TileIndex> =
            rows.flat_map(|row| columns.clone().map(move |column| (column, row))).collect();
        let away = |index: &TileIndex| distance(self.camera_of(*index).centre, camera.centre);
        sort(&mut indices, |one, other| away(one).total_cmp(&away(other)));
        indices
    }

    fn tile(&self, index: TileIndex) -> Option<&Tile<C>> {
        self.tiles.iter().find(|tile| tile.index == index)
    }

    /// The tile to paint next for a camera; `None` when all are there or on their way.
    pub fn next(&self, camera: &Camera) -> Option<TileIndex> {
        let wanted = self.wanted(camera);
        let missing = wanted.iter().find(|index| self.tile(**index).is_none());
        let stale = |index: &&TileIndex| self.tile(**index).is_some_and(|tile| tile.stale && tile.job.is_none());
        missing.or_else(|| wanted.iter().find(stale)).copied()
    }

    /// True when the whole view of a camera is painted.
    pub fn fills(&self, camera: &Camera) -> bool {
        let painted = |index| self.tile(index).is_some_and(|tile| tile.job.is_none());
        self.wanted(camera).into_iter().all(painted)
    }

    /// Notes that a job is to paint a tile, and answers with what it is painted on: made by `make`, which is told its place,
    /// where there is no such tile yet. `None` when it cannot be made.
    pub fn begin(&mut self, index: TileIndex, job: u32, make: impl FnOnce(&Rect) -> Option<C>) -> Option<&C> {
        let known = self.tiles.iter().position(|tile| tile.index == index);
        let at = match known {
            Some(at) => at,
            None => {
                let canvas = make(&self.place_of(index))?;
                self.tiles.push(Tile { index, canvas, job: None, stale: false });
                self.tiles.len() - 1
            }
        };
        let tile = self.tiles.get_mut(at)?;
        (tile.job, tile.stale) = (Some(job), false);
        Some(&tile.canvas)
    }

    /// Notes that a job is done; false when it was not one of this set.
    pub fn finish(&mut self, job: u32) -> bool {
        let tile = self.tiles.iter_mut().find(|tile| tile.job == Some(job));
        tile.map(|tile| tile.job = None).is_some()
    }

    /// Gives up what is far from the view; `remove` is told what each such tile was painted on.
    pub fn forget_far(&mut self, camera: &Camera, remove: impl Fn(&C)) {
        let near = camera.view().grown(FAR / self.scale);
        let far: Vec<bool> =
            self.tiles.iter().map(|tile| !self.camera_of(tile.index).view().intersects(&near)).collect();
        let mut far = far.into_iter();
        self.tiles.retain(|tile| {
            let goes = far.next() == Some(true);
            if goes {
                remove(&tile.canvas);
            }
            !goes
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::cell::Cell;

    fn camera(x: f64, y: f64) -> Camera {
        Camera { centre: coord(x, y), scale: 0.5, width: 880.0, height: 800.0 }
    }

    /// Paints all that a camera wants.
    fn paint(tiles: &mut TileSet<TileIndex>, camera: &Camera) -> usize {
        let mut painted = 0;
        while let Some(index) = tiles.next(camera) {
            let canvas = tiles.begin(index, painted, |place| (place.width() > 200.0).then_some(index));
            assert_eq!(canvas, Some(&index));
            assert!(!tiles.fills(camera), "a tile on its way is not there");
            assert!(tiles.finish(painted));
            painted += 1;
        }
        painted as usize
    }

    #[test]
    fn a_view_is_filled_from_its_middle_and_each_tile_is_painted_once() {
        let view = camera(0.0, 0.0);
        let mut tiles = TileSet::new(&view, 2.0);
        assert_eq!(tiles.wanted(&view).len(), 12, "four columns of 220, three rows of 267 pixels");
        assert_eq!(tiles.next(&view), tiles.wanted(&view).first().copied());
        assert!(!tiles.fills(&view));
        assert_eq!(paint(&mut tiles, &view), 12);
        assert!(tiles.fills(&view) && tiles.next(&view).is_none());
        assert!(!tiles.finish(99), "a job of another set");
    }

    #[test]
    fn a_cut_name_has_its_tiles_painted_again_and_only_those() {
        let view = camera(0.0, 0.0);
        let mut tiles = TileSet::new(&view, 1.0);
        paint(&mut tiles, &view);
        let first = tiles.camera_of((0, 0)).view();
        let name = CutName { anchor: first.centre(), extent: Rect::about(first.centre(), 10.0, 10.0) };
        tiles.trim(&view, vec![name]);
        assert!(tiles.is_trimmed_for(&view) && tiles.without() == [first.centre()]);
        assert_eq!(tiles.next(&view), Some((0, 0)));
        assert_eq!(paint(&mut tiles, &view), 1);
        tiles.trim(&view, vec![name]);
        assert_eq!(tiles.next(&view), None, "the same name again changes nothing");
        tiles.untrim();
        assert!(!tiles.is_trimmed_for(&view));
        tiles.trim(&view, Vec::new());
        assert_eq!(paint(&mut tiles, &view), 1, "the name comes back");
    }

    #[test]
    fn what_is_far_is_given_up_and_painted_anew_on_return() {
        let (here, there) = (camera(0.0, 0.0), camera(5000.0, 0.0));
        let mut tiles = TileSet::new(&here, 1.0);
        paint(&mut tiles, &here);
        tiles.forget_far(&camera(100.0, 0.0), |index| panic!("{index:?} is not far"));
        let forgotten = Cell::new(0);
        tiles.forget_far(&there, |_| forgotten.set(forgotten.get() + 1));
        assert_eq!(forgotten.get(), 12);
        assert!(!tiles.fills(&here));
    }

    #[test]
    fn an_unstretched_set_keeps_to_device_pixels() {
        let view = camera(0.0, 0.0);
        let tiles: TileSet<()> = TileSet::new(&view, 2.0);
        let moved = Camera { centre: coord(0.123, 0.456), ..view };
        let (at, stretch) = tiles.placement(&moved);
        assert_eq!((stretch, (at.x * 2.0).fract(), (at.y * 2.0).fract()), (1.0, 0.0, 0.0));
        assert_eq!(tiles.placement(&Camera { scale: 1.0, ..view }).1, 2.0);
    }

    proptest! {
        /// Whatever a view shows is on a tile that it wants, and no wanted tile is out of sight.
        #[test]
        fn wanted_tiles_cover_the_view_and_no_more(x in -900.0..900.0, y in -900.0..900.0, part in (0.0..1.0, 0.0..1.0)) {
            let tiles: TileSet<()> = TileSet::new(&camera(0.0, 0.0), 1.0);
            let view = camera(x, y);
            let wanted = tiles.wanted(&view);
            let seen = view.view();
            let place = coord(seen.min.x + part.0 * seen.width(), seen.min.y + part.1 * seen.height());
            prop_assert!(wanted.iter().any(|index| tiles.camera_of(*index).view().contains(place)));
            prop_assert!(wanted.iter().all(|index| tiles.camera_of(*index).view().intersects(&seen)));
        }
    }
}
