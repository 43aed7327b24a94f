//! A layer of tiles in the page: the canvases of a [`TileSet`], moved as one.

use super::canvas::{canvas, element, put};
use atlas_map::geometry::{Camera, Rect};
use atlas_map::tiles::{TileIndex, TileSet};
use web_sys::{HtmlCanvasElement, HtmlElement};

/// Tiles of one scale and style with their canvases.
pub(super) struct TileLayer {
    element: HtmlElement,
    /// Which edition of map and style it shows.
    edition: u32,
    /// What is known of its tiles.
    pub(super) tiles: TileSet<HtmlCanvasElement>,
}

impl TileLayer {
    /// An empty layer for what a camera sees, with `ratio` device pixels to each CSS pixel. Out of sight until it is
    /// [revealed](TileLayer::reveal).
    pub(super) fn new(within: &HtmlElement, camera: &Camera, ratio: f64, edition: u32) -> Option<TileLayer> {
        let element = element("div", "tile-layer back")?;
        within.append_child(&element).ok()?;
        Some(TileLayer { element, edition, tiles: TileSet::new(camera, ratio) })
    }

    /// Its tiles and their edition.
    pub(super) fn edition(&self) -> (&TileSet<HtmlCanvasElement>, u32) {
        (&self.tiles, self.edition)
    }

    /// Shows it.
    pub(super) fn reveal(&self) {
        self.element.set_class_name("tile-layer");
    }

    /// Makes room for a tile, if there is none yet, and answers with the canvas on which a job is to paint it.
    pub(super) fn begin(&mut self, index: TileIndex, job: u32) -> Option<HtmlCanvasElement> {
        let (element, ratio) = (&self.element, self.tiles.ratio());
        let make = |place: &Rect| {
            let canvas = canvas("tile", [place.width(), place.height()], ratio)?;
            put(&canvas, place.min.x, place.min.y, 1.0);
            element.append_child(&canvas).ok()?;
            Some(canvas)
        };
        self.tiles.begin(index, job, make).cloned()
    }

    /// Gives up what is far from the view.
    pub(super) fn forget_far(&mut self, camera: &Camera) {
        self.tiles.forget_far(camera, |canvas| canvas.remove());
    }

    /// Puts the layer where a camera looks.
    pub(super) fn place(&self, camera: &Camera) {
        let (at, stretch) = self.tiles.placement(camera);
        put(&self.element, at.x, at.y, stretch);
    }
}

impl Drop for TileLayer {
    fn drop(&mut self) {
        self.element.remove();
    }
}
