//! A sheet of the map: tiles of one scale and look, painted as they come into view and moved as one.

use super::dom;
use atlas_map::geometry::decimal::fixed;
use atlas_map::geometry::{Camera, Coord, Rect, coord};
use atlas_map::scene::CutName;
use wasm_bindgen::JsCast;
use web_sys::{HtmlCanvasElement, HtmlElement};

/// Sides of a tile are at most this long, CSS pixels.
const TILE: f64 = 288.0;
/// How far the picture of a tile reaches over the next one, CSS pixels: no seams while the sheet is stretched.
const BLEED: f64 = 1.0;
/// Tiles farther than this from the view are given up, CSS pixels.
const FAR: f64 = 288.0;

/// A tile by its column and row, counted from the corner of the view that the sheet was made for.
pub type Place = (i32, i32);

struct Tile {
    place: Place,
    canvas: HtmlCanvasElement,
    /// The picture that it waits for.
    job: Option<u32>,
    /// Shows a name that is to go, or lacks one that is to come back.
    stale: bool,
}

/// Tiles of one scale and look.
pub struct Sheet {
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

impl Sheet {
    /// An empty sheet for what a camera sees, with `ratio` device pixels to each CSS pixel. Out of sight until it is
    /// [revealed](Sheet::reveal).
    pub fn new(within: &HtmlElement, camera: &Camera, ratio: f64, edition: u32) -> Option<Sheet> {
        let element = element("div", "sheet back")?;
        within.append_child(&element).ok()?;
        // As many tiles as the view needs, no larger than it needs them, and whole device pixels each.
        let sides = [camera.width, camera.height].map(|whole| (whole / (whole / TILE).ceil() * ratio).ceil() / ratio);
        let corner = camera.to_world(coord(0.0, 0.0));
        Some(Sheet {
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
    pub fn scale(&self) -> f64 {
        self.scale
    }

    /// Device pixels for each CSS pixel.
    pub fn ratio(&self) -> f64 {
        self.ratio
    }

    /// Which edition of look and world it shows.
    pub fn edition(&self) -> u32 {
        self.edition
    }

    /// Shows it.
    pub fn reveal(&self) {
        self.element.set_class_name("sheet");
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
        let meets = |place| {
            let view = self.camera_of(place).view();
            extents.iter().any(|extent| extent.intersects(&view))
        };
        let stale: Vec<bool> = self.tiles.iter().map(|tile| meets(tile.place)).collect();
        self.tiles.iter_mut().zip(stale).for_each(|(tile, stale)| tile.stale |= stale);
        self.without = names;
    }

    /// The camera whose picture a tile is, CSS pixels.
    pub fn camera_of(&self, (column, row): Place) -> Camera {
        let [width, height] = self.sides;
        let middle = |at: i32, side: f64| (f64::from(at) + 0.5) * side / self.scale;
        let centre = coord(self.corner.x + middle(column, width), self.corner.y + middle(row, height));
        Camera { centre, scale: self.scale, width: width + 2.0 * BLEED, height: height + 2.0 * BLEED }
    }

    /// The tiles that meet the view of a camera, from its middle outwards.
    fn wanted(&self, camera: &Camera) -> Vec<Place> {
        let view = camera.view();
        let [width, height] = self.sides.map(|side| side / self.scale);
        // A hair less: where the view ends with a tile, the next one is not wanted.
        let hair = 0.01 / self.scale;
        let span = |from: f64, to: f64, side: f64| {
            ((from + hair) / side).floor() as i32..=(((to - hair) / side).ceil() as i32 - 1)
        };
        let columns = span(view.min.x - self.corner.x, view.max.x - self.corner.x, width);
        let rows = span(view.min.y - self.corner.y, view.max.y - self.corner.y, height);
        let mut places: Vec<Place> = rows.flat_map(|row| columns.clone().map(move |column| (column, row))).collect();
        let away = |place: &Place| atlas_map::geometry::distance(self.camera_of(*place).centre, camera.centre);
        atlas_model::sort(&mut places, |one, other| away(one).total_cmp(&away(other)));
        places
    }

    fn tile(&self, place: Place) -> Option<&Tile> {
        self.tiles.iter().find(|tile| tile.place == place)
    }

    /// The tile to paint next for a camera; `None` when all are there or on their way.
    pub fn next(&self, camera: &Camera) -> Option<Place> {
        let wanted = self.wanted(camera);
        let missing = wanted.iter().find(|place| self.tile(**place).is_none());
        let stale = |place: &&Place| self.tile(**place).is_some_and(|tile| tile.stale && tile.job.is_none());
        missing.or_else(|| wanted.iter().find(stale)).copied()
    }

    /// True when the whole view of a camera is painted.
    pub fn fills(&self, camera: &Camera) -> bool {
        let painted = |place| self.tile(place).is_some_and(|tile| tile.job.is_none());
        self.wanted(camera).into_iter().all(painted)
    }

    /// Makes room for a tile, if there is none yet, and answers with the canvas on which a job is to paint it.
    pub fn begin(&mut self, place: Place, job: u32) -> Option<HtmlCanvasElement> {
        if let Some(tile) = self.tiles.iter_mut().find(|tile| tile.place == place) {
            (tile.job, tile.stale) = (Some(job), false);
            return Some(tile.canvas.clone());
        }
        let [width, height] = self.sides;
        let canvas = canvas("tile", [width + 2.0 * BLEED, height + 2.0 * BLEED], self.ratio)?;
        let (left, top) = (f64::from(place.0) * width - BLEED, f64::from(place.1) * height - BLEED);
        put(&canvas, left, top, 1.0);
        self.element.append_child(&canvas).ok()?;
        self.tiles.push(Tile { place, canvas: canvas.clone(), job: Some(job), stale: false });
        Some(canvas)
    }

    /// Notes that a job is done; false when it was not one of this sheet.
    pub fn finish(&mut self, job: u32) -> bool {
        let tile = self.tiles.iter_mut().find(|tile| tile.job == Some(job));
        tile.map(|tile| tile.job = None).is_some()
    }

    /// Gives up what is far from the view.
    pub fn forget_far(&mut self, camera: &Camera) {
        let near = camera.view().grown(FAR / self.scale);
        let sheet = |place| self.camera_of(place).view();
        let far: Vec<Place> =
            self.tiles.iter().map(|tile| tile.place).filter(|place| !sheet(*place).intersects(&near)).collect();
        self.tiles.retain(|tile| {
            let stays = !far.contains(&tile.place);
            if !stays {
                tile.canvas.remove();
            }
            stays
        });
    }

    /// Puts the sheet where a camera looks. Unstretched it keeps to whole device pixels, which leaves it sharp.
    pub fn place(&self, camera: &Camera) {
        let at = camera.to_screen(self.corner);
        let stretch = camera.scale / self.scale;
        let whole = |value: f64| (value * self.ratio).round() / self.ratio;
        let at = if stretch == 1.0 { coord(whole(at.x), whole(at.y)) } else { at };
        put(&self.element, at.x, at.y, stretch);
    }
}

impl Drop for Sheet {
    fn drop(&mut self) {
        self.element.remove();
    }
}

/// A single picture of a part of the world, put where a camera sees it.
pub struct Overlay {
    canvas: HtmlCanvasElement,
    /// It is stretched where the scale is another; else it is not seen there.
    stretches: bool,
    /// The camera of the picture on it.
    painted: Option<Camera>,
    /// The picture that it waits for.
    awaited: Option<(u32, Camera)>,
}

impl Overlay {
    /// An overlay without a picture.
    pub fn new(within: &HtmlElement, class: &str, stretches: bool) -> Option<Overlay> {
        let canvas = canvas(class, [1.0, 1.0], 1.0)?;
        canvas.set_hidden(true);
        within.append_child(&canvas).ok()?;
        Some(Overlay { canvas, stretches, painted: None, awaited: None })
    }

    /// Gets ready for the picture of a camera and answers with the canvas on which the job is to paint it.
    pub fn begin(&mut self, camera: Camera, ratio: f64, job: u32) -> &HtmlCanvasElement {
        let (width, height) = ((camera.width * ratio).round(), (camera.height * ratio).round());
        // The same size anew would wipe out the picture that is to stay until the next one is there.
        if (f64::from(self.canvas.width()), f64::from(self.canvas.height())) != (width, height) {
            resize(&self.canvas, width, height, ratio);
        }
        self.awaited = Some((job, camera));
        &self.canvas
    }

    /// Notes that a job is done: the camera of its picture, when it was the one awaited.
    pub fn finish(&mut self, job: u32) -> Option<Camera> {
        let (_, camera) = self.awaited.take_if(|(awaited, _)| *awaited == job)?;
        self.painted = Some(camera);
        self.painted
    }

    /// True once it has a picture.
    pub fn is_painted(&self) -> bool {
        self.painted.is_some()
    }

    /// True when its picture, or the one it waits for, is of this camera.
    pub fn is_of(&self, camera: &Camera) -> bool {
        self.awaited.map(|(_, camera)| camera).or(self.painted) == Some(*camera)
    }

    /// True while its picture is being painted.
    pub fn is_awaited(&self) -> bool {
        self.awaited.is_some()
    }

    /// Takes the picture away.
    pub fn clear(&mut self) {
        (self.painted, self.awaited) = (None, None);
        self.canvas.set_hidden(true);
    }

    /// Puts the picture where a camera looks.
    pub fn place(&self, camera: &Camera) {
        let seen = self.painted.filter(|painted| self.stretches || painted.scale == camera.scale);
        self.canvas.set_hidden(seen.is_none());
        if let Some(painted) = &seen {
            let Rect { min, .. } = painted.view();
            let at = camera.to_screen(min);
            put(&self.canvas, at.x, at.y, camera.scale / painted.scale);
        }
    }
}

fn element(name: &str, class: &str) -> Option<HtmlElement> {
    let element: HtmlElement = dom::document().create_element(name).ok()?.dyn_into().ok()?;
    element.set_class_name(class);
    Some(element)
}

/// A canvas of this width and height in CSS pixels.
fn canvas(class: &str, size: [f64; 2], ratio: f64) -> Option<HtmlCanvasElement> {
    let canvas: HtmlCanvasElement = element("canvas", class)?.dyn_into().ok()?;
    let [width, height] = size.map(|side| (side * ratio).round());
    resize(&canvas, width, height, ratio);
    Some(canvas)
}

/// Gives a canvas a size in device pixels.
fn resize(canvas: &HtmlCanvasElement, width: f64, height: f64, ratio: f64) {
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let style = canvas.style();
    let _ = style.set_property("width", &[&*fixed(width / ratio, 4), "px"].concat());
    let _ = style.set_property("height", &[&*fixed(height / ratio, 4), "px"].concat());
}

/// Lets the compositor move an element to a position and stretch it about its corner.
fn put(element: &HtmlElement, x: f64, y: f64, stretch: f64) {
    let transform = format!("translate({}px, {}px) scale({})", fixed(x, 3), fixed(y, 3), fixed(stretch, 6));
    let _ = element.style().set_property("transform", &transform);
}
