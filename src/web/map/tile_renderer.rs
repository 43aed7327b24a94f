//! What is painted of the map: the layer that is seen, the next one while it is being painted, the ground below for
//! what no layer shows yet, and above it all what pointer or keyboard touch.
//!
//! While the camera moves, the painted layer is moved and stretched by the compositor, and tiles are added where it
//! has none and will soon be seen; at rest, around the view. When it would be too blurred, when the movement has
//! settled at another scale, or when the map is to look different, a new layer is painted behind it and takes its place
//! once it fills the view.

use super::inset::InsetMap;
use super::overlay::Overlay;
use super::painter;
use super::tile_layer::TileLayer;
use crate::dom;
use atlas_map::draw::canvas::{paint, paint_emphasis, paint_ground, paint_inset};
use atlas_map::draw::record::Recording;
use atlas_map::geometry::{Camera, Coord, Rect, coord};
use atlas_map::scene::{self, LabelledMap, MapStyle};
use atlas_map::tiles::{self, BackLayer, Need};
use web_sys::{HtmlCanvasElement, HtmlElement};

/// Pictures given to the painter at a time: one that it paints and one that is ready for it.
const AT_A_TIME: usize = 2;
/// How far beyond a view at rest tiles are painted, CSS pixels.
const MARGIN: f64 = 160.0;
/// Pixels for each kilometre of the ground below.
const GROUND_SCALE: f64 = 0.06;

/// What is painted of the map.
pub(super) struct TileRenderer {
    container: HtmlElement,
    /// The layer that is seen.
    front: Option<TileLayer>,
    /// The layer that takes its place once it fills the view.
    back: Option<TileLayer>,
    ground: Overlay,
    emphasis: Overlay,
    inset: Option<InsetMap>,
    /// Where something lies on the map, px, once that has been measured.
    obstacles: Option<Vec<Rect>>,
    /// Counts what look and world have been; layers show one edition each.
    edition: u32,
    ground_outdated: bool,
    emphasis_outdated: bool,
    settled: bool,
    /// What was shown last, and when, milliseconds.
    shown: Option<(Camera, f64)>,
    /// What the movement will show in a moment.
    predicted: Option<Camera>,
    /// Names have to be placed before the next picture can be made.
    placing_labels: bool,
    /// Jobs at the painter.
    jobs: Vec<u32>,
    /// The job that nobody waits for.
    ahead: Option<u32>,
    last_job: u32,
}

impl TileRenderer {
    /// A renderer that has painted nothing yet, within an element.
    pub(super) fn new(container: HtmlElement) -> Option<TileRenderer> {
        container.replace_children_with_node_0();
        Some(TileRenderer {
            ground: Overlay::new(&container, "ground", true)?,
            emphasis: Overlay::new(&container, "emphasis", false)?,
            inset: InsetMap::find(),
            obstacles: None,
            container,
            front: None,
            back: None,
            edition: 0,
            ground_outdated: true,
            emphasis_outdated: false,
            settled: true,
            shown: None,
            predicted: None,
            placing_labels: false,
            jobs: Vec::new(),
            ahead: None,
            last_job: 0,
        })
    }

    /// The layers show something that is no longer so.
    pub(super) fn outdate(&mut self) {
        self.edition = self.edition.wrapping_add(1);
        self.back = None;
        if let Some(inset) = &mut self.inset {
            inset.refresh();
        }
    }

    /// What lies on the map has changed, and hides other names.
    pub(super) fn uncover(&mut self) {
        self.obstacles = None;
        [&mut self.front, &mut self.back].into_iter().flatten().for_each(|layer| layer.tiles.untrim());
    }

    /// Layers and inset show a look, or a day, that is no longer chosen.
    pub(super) fn outdate_look(&mut self) {
        self.outdate();
        if let Some(inset) = &mut self.inset {
            inset.outdate();
        }
    }

    /// Places (km) of the names that what is seen goes without.
    pub(super) fn without(&self) -> Vec<Coord> {
        self.front.as_ref().map(|layer| layer.tiles.without()).unwrap_or_default()
    }

    /// The ground below shows something that is no longer so.
    pub(super) fn outdate_ground(&mut self) {
        self.ground_outdated = true;
    }

    /// Pointer or keyboard touch something else.
    pub(super) fn outdate_emphasis(&mut self) {
        self.emphasis_outdated = true;
    }

    /// Moves what is painted to where a camera looks.
    pub(super) fn show(&mut self, camera: &Camera, settled: bool) {
        self.settled = settled;
        let now = dom::now();
        let shown = self.shown.replace((*camera, now));
        let moved = shown.filter(|_| !settled);
        self.predicted = moved.and_then(|(before, then)| tiles::foreseen((camera, now), (&before, then)));
        for overlay in [&self.ground, &self.emphasis] {
            overlay.place(camera);
        }
        for layer in [&self.front, &self.back].into_iter().flatten() {
            layer.place(camera);
        }
    }

    /// Gives the painter what is missing for a camera, the most urgent first, as far as its names are placed already.
    /// Names of a large atlas are placed a few at a time, and its tiles take a while: true when this is to go on after a
    /// pause.
    pub(super) fn paint(&mut self, map_data: &LabelledMap, camera: &Camera, map_style: &MapStyle) -> bool {
        self.placing_labels = false;
        self.begin_layer_if_needed(camera);
        if self.settled {
            self.trim(map_data, camera, map_style);
            self.emphasis_outdated |= map_style.highlight.is_touched() && !self.emphasis.is_of(camera);
        }
        let more = dom::some_of(|| {
            !self.placing_labels && self.jobs.len() < AT_A_TIME && self.paint_next(map_data, camera, map_style)
        });
        self.placing_labels || more
    }

    /// At rest no name is cut by the edges of the view, or hidden in part by what lies on it.
    fn trim(&mut self, map_data: &LabelledMap, camera: &Camera, map_style: &MapStyle) {
        let Some(layer) = self.back.as_mut().or(self.front.as_mut()) else { return };
        if layer.tiles.is_trimmed_for(camera) {
            return;
        }
        self.placing_labels = place_labels(map_data, camera, map_style);
        if !self.placing_labels {
            let obstacles = self.obstacles.get_or_insert_with(|| obstacles(&self.container));
            layer.tiles.trim(camera, map_data.cut_names(camera, map_style, obstacles));
        }
    }

    /// Notes that a job is done. True when the view has thereby been filled by a new layer.
    pub(super) fn painted(&mut self, job: u32, camera: &Camera) -> bool {
        self.jobs.retain(|known| *known != job);
        for overlay in [&mut self.ground, &mut self.emphasis] {
            if overlay.finish(job).is_some() {
                overlay.place(camera);
            }
        }
        if let Some(inset) = &mut self.inset {
            inset.finish(job);
        }
        if let Some(front) = &mut self.front {
            front.tiles.finish(job);
        }
        let Some(back) = &mut self.back else { return false };
        if !back.tiles.finish(job) || !back.tiles.fills(camera) {
            return false;
        }
        back.reveal();
        self.front = self.back.take();
        true
    }

    /// True until the view is painted as it is to be.
    pub(super) fn is_busy(&self) -> bool {
        let awaited = self.jobs.iter().any(|job| self.ahead != Some(*job));
        self.back.is_some() || self.emphasis_outdated || self.placing_labels || awaited
    }

    /// Begins a new layer where the one that is seen will not do.
    fn begin_layer_if_needed(&mut self, camera: &Camera) {
        let (ratio, edition, settled) = (device_pixels(), self.edition, self.settled);
        let [front, back] = [&self.front, &self.back].map(|layer| layer.as_ref().map(TileLayer::edition));
        self.back = match tiles::back_layer(&Need { camera, ratio, edition, settled }, front, back) {
            BackLayer::Keep => return,
            BackLayer::Drop => None,
            BackLayer::Begin => TileLayer::new(&self.container, camera, ratio, edition),
        };
        if let Some(back) = &self.back {
            back.place(camera);
        }
    }

    fn paint_next(&mut self, map_data: &LabelledMap, camera: &Camera, map_style: &MapStyle) -> bool {
        if self.emphasis_outdated && !self.emphasis.is_awaited() {
            let touched = map_style.highlight.is_touched();
            self.placing_labels = touched && place_labels(map_data, camera, map_style);
            if self.placing_labels {
                return false;
            }
            self.emphasis_outdated = false;
            if !touched {
                self.emphasis.clear();
            } else {
                let ratio = device_pixels();
                let job = self.next_job();
                let canvas = self.emphasis.begin(*camera, ratio, job).clone();
                let mut picture = Recording::default();
                paint_emphasis(map_data, camera, map_style, &mut picture);
                self.give(job, &canvas, ratio, picture);
                return true;
            }
        }
        let behind = self.back.is_some();
        let soon = self.predicted.filter(|_| !behind);
        for view in [Some(*camera), soon].into_iter().flatten() {
            if let Some(painting) = self.paint_tile(&view, map_data, camera, map_style) {
                return painting;
            }
        }
        if !behind && self.ground_outdated && !self.ground.is_awaited() {
            self.ground_outdated = false;
            let job = self.next_job();
            let whole = ground_camera(map_data);
            let canvas = self.ground.begin(whole, 1.0, job).clone();
            let mut picture = Recording::default();
            paint_ground(map_data, &whole, map_style, &mut picture);
            self.give(job, &canvas, 1.0, picture);
            return true;
        }
        if !behind
            && self.settled
            && map_style.inset
            && let Some(camera) = self.inset.as_ref().and_then(|inset| inset.wanted(map_data))
        {
            let job = self.next_job();
            let ratio = device_pixels();
            let Some(canvas) = self.inset.as_mut().map(|inset| inset.begin(camera, ratio, job)) else { return false };
            let mut picture = Recording::default();
            paint_inset(map_data, &camera, map_style, &mut picture);
            self.give(job, &canvas, ratio, picture);
            return true;
        }
        false
    }

    /// Gives the painter one of the tiles that lie beyond a view at rest, as far as its names are placed already: a drag
    /// then begins with what is there. False when there is nothing to do.
    pub(super) fn paint_ahead(&mut self, map_data: &LabelledMap, camera: &Camera, map_style: &MapStyle) -> bool {
        if !self.settled || !self.jobs.is_empty() || self.is_busy() {
            return false;
        }
        let painting = self.paint_tile(&camera.widened(MARGIN), map_data, camera, map_style);
        self.ahead = painting.and_then(|painting| painting.then_some(self.last_job));
        self.placing_labels = false;
        painting.is_some()
    }

    /// Gives the painter the tile that a view lacks most: true when it has one, false while names are to be placed for it,
    /// `None` when the view lacks none.
    fn paint_tile(
        &mut self,
        view: &Camera,
        map_data: &LabelledMap,
        camera: &Camera,
        map_style: &MapStyle,
    ) -> Option<bool> {
        let behind = self.back.is_some();
        let layer = self.back.as_mut().or(self.front.as_mut())?;
        let index = layer.tiles.next(view)?;
        let tile = layer.tiles.camera_of(index);
        self.placing_labels = place_labels(map_data, &tile, map_style);
        if self.placing_labels {
            return Some(false);
        }
        let (ratio, without) = (layer.tiles.ratio(), layer.tiles.without());
        let job = self.last_job.wrapping_add(1);
        let canvas = layer.begin(index, job)?;
        if !behind {
            layer.forget_far(camera);
        }
        let mut picture = Recording::default();
        paint(map_data, &tile, &map_style.resting(), &without, &mut picture);
        self.last_job = job;
        self.give(job, &canvas, ratio, picture);
        Some(true)
    }

    fn next_job(&mut self) -> u32 {
        self.last_job = self.last_job.wrapping_add(1);
        self.last_job
    }

    fn give(&mut self, job: u32, canvas: &HtmlCanvasElement, ratio: f64, picture: Recording) {
        self.jobs.push(job);
        painter::paint(job, canvas, ratio, picture);
    }
}

/// Places names that the picture of a camera needs; true when this is to go on after a pause.
fn place_labels(map_data: &LabelledMap, camera: &Camera, map_style: &MapStyle) -> bool {
    dom::some_of(|| map_data.place_next_labels(camera, map_style))
}

/// What lies on the map and would hide a part of a name.
const ON_THE_MAP: [&str; 5] = [".inset", ".controls", ".legend", ".credit", ".scale > span"];

/// Where it lies, px.
fn obstacles(map: &HtmlElement) -> Vec<Rect> {
    let corner = map.get_bounding_client_rect();
    let place = |element: HtmlElement| {
        let own = element.get_bounding_client_rect();
        let min = coord(own.left() - corner.left(), own.top() - corner.top());
        Rect { min, max: coord(min.x + own.width(), min.y + own.height()) }
    };
    let seen = |rect: &Rect| rect.width() > 0.0 && rect.height() > 0.0;
    ON_THE_MAP.into_iter().filter_map(dom::find).map(place).filter(seen).collect()
}

/// Device pixels for each CSS pixel, as far as painting follows them.
fn device_pixels() -> f64 {
    dom::window().device_pixel_ratio().clamp(1.0, 3.0)
}

/// The camera that sees all of the ground.
fn ground_camera(map_data: &LabelledMap) -> Camera {
    let bounds: Rect = scene::limits(map_data, 1.0, 1.0).bounds;
    Camera {
        centre: bounds.centre(),
        scale: GROUND_SCALE,
        width: bounds.width() * GROUND_SCALE,
        height: bounds.height() * GROUND_SCALE,
    }
}
