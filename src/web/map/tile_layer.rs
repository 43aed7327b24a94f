//! A layer of tiles of one scale and style, painted as they come into view and moved as one.

use super::canvas::{canvas, element, put};
use atlas_map::geometry::{Camera, Coord, Rect, coord};
use atlas_map::scene::CutName;
use web_sys::{HtmlCanvasElement, HtmlElement};

/// Sides of a tile are at most this long, CSS pixels.
const TILE: f64 = 288.0;
/// How far the picture of a tile reaches over the next one, CSS pixels: no seams while the layer is stretched.
const BLEED: f64 = 1.0;
/// Tiles farther than this from the view are given up, CSS pixels.
const FAR: f64 = 288.0;

/// A tile by its column and row, counted from the corner of the view that the layer was made for.
pub(super) type TileIndex = (i32, i32);

struct Tile {
    index: TileIndex,
    canvas: HtmlCanvasElement,
    /// The picture that it waits for.
    job: Option<u32>,
    /// Shows a name that is to go, or lacks one that is to come back.
    stale: bool,
}

/// Tiles of one scale and look.
pub(super) struct TileLayer {
    element: HtmlElement,
    /// The place at the corner of tile (0, 0), km.
    corner: Coord,
    scale: f64,
    /// Width and height of a tile, CSS pixels.
    sides: [f64; 2],
    ratio: f64,
    edition: u32,
    tiles: Vec<Tile>,
    /// The names that it goes without.
    without: Vec<CutName>,
    /// The view at rest whose edges cut them.
    trimmed: Option<Camera>,
}

impl TileLayer {
    /// An empty layer for what a camera sees, with `ratio` device pixels to each CSS pixel. Out of sight until it is
    /// [revealed](TileLayer::reveal).
    pub(super) fn new(within: &HtmlElement, camera: &Camera, ratio: f64, edition: u32) -> Option<TileLayer> {
        let element = element("div", "tile-layer back")?;
        within.append_child(&element).ok()?;
        // As many tiles as the view needs, no larger than it needs them, and whole device pixels each.
        let sides = [camera.width, camera.height].map(|whole| (whole / (whole / TILE).ceil() * ratio).ceil() / ratio);
        let corner = camera.to_world(coord(0.0, 0.0));
        Some(TileLayer {
            element,
            corner,
            scale: camera.scale,
            sides,
            ratio,
            edition,
            tiles: Vec::new(),
            without: Vec::new(),
            trimmed: None,
        })
    }

    /// Pixels for each kilometre.
    pub(super) fn scale(&self) -> f64 {
        self.scale
    }

    /// Device pixels for each CSS pixel.
    pub(super) fn ratio(&self) -> f64 {
        self.ratio
    }

    /// Which edition of look and world it shows.
    pub(super) fn edition(&self) -> u32 {
        self.edition
    }

    /// Shows it.
    pub(super) fn reveal(&self) {
        self.element.set_class_name("tile-layer");
    }

    /// Places (km) of the names that it goes without.
    pub(super) fn without(&self) -> Vec<Coord> {
        self.without.iter().map(|name| name.anchor).collect()
    }

    /// True when it goes without the names that the edges of this view cut.
    pub(super) fn is_trimmed_for(&self, camera: &Camera) -> bool {
        self.trimmed.as_ref() == Some(camera)
    }

    /// The edges of a view are to be looked at again.
    pub(super) fn untrim(&mut self) {
        self.trimmed = None;
    }

    /// Has it go without these names, which the edges of a view cut. Tiles that differ thereby are painted again.
    pub(super) fn trim(&mut self, camera: &Camera, names: Vec<CutName>) {
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
    pub(super) fn camera_of(&self, (column, row): TileIndex) -> Camera {
        let [width, height] = self.sides;
        let middle = |at: i32, side: f64| (f64::from(at) + 0.5) * side / self.scale;
        let centre = coord(self.corner.x + middle(column, width), self.corner.y + middle(row, height));
        Camera { centre, scale: self.scale, width: width + 2.0 * BLEED, height: height + 2.0 * BLEED }
    }

    /// The tiles that meet the view of a camera, from its middle outwards.
    fn wanted(&self, camera: &Camera) -> Vec<TileIndex> {
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
        let away = |index: &TileIndex| atlas_map::geometry::distance(self.camera_of(*index).centre, camera.centre);
        atlas_model::sort(&mut indices, |one, other| away(one).total_cmp(&away(other)));
        indices
    }

    fn tile(&self, index: TileIndex) -> Option<&Tile> {
        self.tiles.iter().find(|tile| tile.index == index)
    }

    /// The tile to paint next for a camera; `None` when all are there or on their way.
    pub(super) fn next(&self, camera: &Camera) -> Option<TileIndex> {
        let wanted = self.wanted(camera);
        let missing = wanted.iter().find(|index| self.tile(**index).is_none());
        let stale = |index: &&TileIndex| self.tile(**index).is_some_and(|tile| tile.stale && tile.job.is_none());
        missing.or_else(|| wanted.iter().find(stale)).copied()
    }

    /// True when the whole view of a camera is painted.
    pub(super) fn fills(&self, camera: &Camera) -> bool {
        let painted = |index| self.tile(index).is_some_and(|tile| tile.job.is_none());
        self.wanted(camera).into_iter().all(painted)
    }

    /// Makes room for a tile, if there is none yet, and answers with the canvas on which a job is to paint it.
    pub(super) fn begin(&mut self, index: TileIndex, job: u32) -> Option<HtmlCanvasElement> {
        if let Some(tile) = self.tiles.iter_mut().find(|tile| tile.index == index) {
            (tile.job, tile.stale) = (Some(job), false);
            return Some(tile.canvas.clone());
        }
        let [width, height] = self.sides;
        let canvas = canvas("tile", [width + 2.0 * BLEED, height + 2.0 * BLEED], self.ratio)?;
        let (left, top) = (f64::from(index.0) * width - BLEED, f64::from(index.1) * height - BLEED);
        put(&canvas, left, top, 1.0);
        self.element.append_child(&canvas).ok()?;
        self.tiles.push(Tile { index, canvas: canvas.clone(), job: Some(job), stale: false });
        Some(canvas)
    }

    /// Notes that a job is done; false when it was not one of this layer.
    pub(super) fn finish(&mut self, job: u32) -> bool {
        let tile = self.tiles.iter_mut().find(|tile| tile.job == Some(job));
        tile.map(|tile| tile.job = None).is_some()
    }

    /// Gives up what is far from the view.
    pub(super) fn forget_far(&mut self, camera: &Camera) {
        let near = camera.view().grown(FAR / self.scale);
        let extent = |index| self.camera_of(index).view();
        let far: Vec<TileIndex> =
            self.tiles.iter().map(|tile| tile.index).filter(|index| !extent(*index).intersects(&near)).collect();
        self.tiles.retain(|tile| {
            let stays = !far.contains(&tile.index);
            if !stays {
                tile.canvas.remove();
            }
            stays
        });
    }

    /// Puts the layer where a camera looks. Unstretched it keeps to whole device pixels, which leaves it sharp.
    pub(super) fn place(&self, camera: &Camera) {
        let at = camera.to_screen(self.corner);
        let stretch = camera.scale / self.scale;
        let whole = |value: f64| (value * self.ratio).round() / self.ratio;
        let at = if stretch == 1.0 { coord(whole(at.x), whole(at.y)) } else { at };
        put(&self.element, at.x, at.y, stretch);
    }
}

impl Drop for TileLayer {
    fn drop(&mut self) {
        self.element.remove();
    }
}
