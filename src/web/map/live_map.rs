//! The live map: holds camera and style, and moves them.
//!
//! What is seen of them is the business of [`TileRenderer`]. A frame only moves the camera and what is painted already;
//! painting goes on between frames.

use super::tile_renderer::TileRenderer;
use super::{painter, static_map};
use crate::dom;
use crate::signals::{ScaleBar, Signals};
use atlas_map::geometry::{Camera, Limits, Padding, Rect, round_length};
use atlas_map::interaction::Motion;
use atlas_map::scene::{self, Class, Highlight, Hit, LabelledMap, MapStyle, Palette};
use atlas_model::{Day, Feature, Lang};
use std::cell::RefCell;
use web_sys::HtmlElement;

/// The scale bar is at most about so long, CSS pixels.
const SCALE_BAR: f64 = 110.0;

/// What is called when the picture has come to rest, outside of everything that holds the map.
type OnSettled = fn(&Camera, bool);

/// The live map.
pub(crate) struct LiveMap {
    viewport: HtmlElement,
    renderer: TileRenderer,
    /// The world on it.
    pub map_data: LabelledMap,
    /// The frame of the prerendered picture, which settles the size of type.
    opening: Rect,
    camera: Camera,
    map_style: MapStyle,
    motion: Option<Motion>,
    held: bool,
    scheduled: bool,
    painting: bool,
    /// Tiles beyond the view are about to be painted.
    ahead: bool,
    last_frame: f64,
    /// The reader has moved the map away from what the page frames.
    moved_by_hand: bool,
    /// The corner of the map in the window, CSS pixels, and when it was asked for.
    corner: Option<(f64, (f64, f64))>,
    on_settled: Option<OnSettled>,
    on_shown: Option<fn()>,
    on_drawn: Option<Box<dyn FnOnce()>>,
}

thread_local! {
    static MAP: RefCell<Option<LiveMap>> = const { RefCell::new(None) };
}

/// Does something with the map, if there is one, and paints what changed.
pub(crate) fn with<T>(act: impl FnOnce(&mut LiveMap) -> T) -> Option<T> {
    MAP.with(|map| match map.try_borrow_mut() {
        Ok(mut map) => map.as_mut().map(act),
        Err(_) => {
            dom::report("The map was asked for something while it did something else.");
            None
        }
    })
}

/// Puts the map on the page, framed as the prerendered map is. False where there is no place for it.
pub(crate) fn start(map_data: LabelledMap, lang: Lang, palette: Palette, frame: Rect) -> bool {
    let (Some(viewport), Some(layers)) = (dom::find(".viewport"), dom::find(".tile-layers")) else { return false };
    let Some(renderer) = TileRenderer::new(layers) else { return false };
    let (width, height) = size(&viewport);
    let map_style = MapStyle {
        lang,
        palette,
        highlight: Highlight::default(),
        hidden: Vec::new(),
        inset: has_inset(width, height),
        type_scale: scene::type_scale(frame, width, height),
    };
    let map = LiveMap {
        opening: frame,
        renderer,
        viewport,
        map_data,
        camera: Camera::fit(frame, width, height, Padding::default()),
        map_style,
        motion: None,
        held: false,
        scheduled: false,
        painting: false,
        ahead: false,
        last_frame: 0.0,
        moved_by_hand: false,
        corner: None,
        on_settled: None,
        on_shown: None,
        on_drawn: None,
    };
    MAP.with(|slot| *slot.borrow_mut() = Some(map));
    painter::on_painted(|job| {
        let then = with(|map| map.painted(job)).flatten();
        if let Some(then) = then {
            then();
        }
    });
    true
}

/// True when the page has an inset map and room for it; `www/atlas.css` shows it from the same size on, CSS pixels.
fn has_inset(width: f64, height: f64) -> bool {
    width >= 720.0 && height >= 660.0 && dom::find(".inset").is_some()
}

fn size(viewport: &HtmlElement) -> (f64, f64) {
    let rect = viewport.get_bounding_client_rect();
    (rect.width().max(1.0), rect.height().max(1.0))
}

/// Paints before the next frame, unless that is already under way.
fn schedule(map: &mut LiveMap) {
    if !map.scheduled {
        map.scheduled = true;
        dom::next_frame(frame);
    }
}

/// One frame: moves what moves, then shows it.
fn frame(now: f64) {
    let settled = with(|map| {
        map.scheduled = false;
        let elapsed = (now - map.last_frame).clamp(0.0, 64.0);
        map.last_frame = now;
        map.advance(now, elapsed);
        let settled = map.show();
        if map.motion.is_some() {
            schedule(map);
        }
        settled.then_some((map.on_settled?, map.camera, map.moved_by_hand))
    });
    if let Some((then, camera, by_hand)) = settled.flatten() {
        then(&camera, by_hand);
    }
}

/// How long painting waits while nothing moves, milliseconds: what the reader asked for in the text is seen first.
const PATIENCE: i32 = 8;

/// Goes on painting once this frame is out.
fn paint_later(map: &mut LiveMap, wait: i32) {
    later(map, wait, |map| &mut map.painting, LiveMap::paint);
}

/// Does something after a while, milliseconds, unless it is `waiting` for that already.
fn later(map: &mut LiveMap, wait: i32, waiting: fn(&mut LiveMap) -> &mut bool, act: fn(&mut LiveMap)) {
    if !std::mem::replace(waiting(map), true) {
        dom::after(wait, move || {
            with(|map| {
                *waiting(map) = false;
                act(map);
            });
        });
    }
}

/// How long the map has rested before tiles beyond the view are painted, and the pause after each, milliseconds.
const REST: f64 = 250.0;
const PAUSE: i32 = 30;

/// Paints beyond the view after a pause, a tile at a time.
fn paint_ahead_later(map: &mut LiveMap, wait: i32) {
    later(map, wait, |map| &mut map.ahead, LiveMap::paint_ahead);
}

impl LiveMap {
    /// The camera now.
    pub(crate) fn camera(&self) -> &Camera {
        &self.camera
    }

    /// What is shown and how.
    pub(crate) fn map_style(&self) -> &MapStyle {
        &self.map_style
    }

    /// The element that takes input.
    pub(crate) fn viewport(&self) -> &HtmlElement {
        &self.viewport
    }

    /// Where the corner of the map is in the window, CSS pixels. Asked of the page once a frame: a question for each
    /// movement of a pointer would have the page laid out anew each time.
    pub(crate) fn corner(&mut self) -> (f64, f64) {
        let now = dom::now();
        if let Some((asked, corner)) = self.corner
            && now - asked < 1000.0 / 60.0
        {
            return corner;
        }
        let rect = self.viewport.get_bounding_client_rect();
        let corner = (rect.left(), rect.top());
        self.corner = Some((now, corner));
        corner
    }

    /// Calls `then` whenever the picture has come to rest, and says whether the reader moved it there by hand.
    pub(crate) fn on_settled(&mut self, then: OnSettled) {
        self.on_settled = Some(then);
    }

    /// Calls `then` in every frame that shows the map moved or changed. It is not to use the map.
    pub(crate) fn on_shown(&mut self, then: fn()) {
        self.on_shown = Some(then);
    }

    /// Calls `then` once, when the whole view has been painted for the first time.
    pub(crate) fn on_drawn(&mut self, then: impl FnOnce() + 'static) {
        self.on_drawn = Some(Box::new(then));
        schedule(self);
    }

    /// Changes the look and paints. What is only hovered or has the focus is laid over what is painted already.
    pub(crate) fn set_map_style(&mut self, change: impl FnOnce(&mut MapStyle)) {
        let before = (self.map_style.resting(), self.map_style.highlight.clone());
        change(&mut self.map_style);
        if self.map_style.palette != before.0.palette {
            self.renderer.outdate_ground();
        }
        if self.map_style.resting() != before.0 {
            self.renderer.outdate_look();
        } else if self.map_style.highlight == before.1 {
            return;
        }
        self.renderer.outdate_emphasis();
        schedule(self);
    }

    /// Paints anew, because there is more or something else to show than before.
    pub(crate) fn world_changed(&mut self) {
        self.renderer.outdate();
        self.renderer.outdate_ground();
        schedule(self);
    }

    /// The inset has come into sight, or is gone.
    pub(crate) fn inset_changed(&mut self) {
        self.renderer.uncover();
        schedule(self);
    }

    /// Paints the features in the condition of a day; `None` is the newest.
    pub(crate) fn set_date(&mut self, features: &[Feature], date: Option<Day>) {
        self.map_data.show_date(features, date);
        self.renderer.outdate_look();
        schedule(self);
    }

    /// Moves the picture by CSS pixels, as a drag does.
    pub(crate) fn pan(&mut self, x: f64, y: f64) {
        self.motion = None;
        self.moved_by_hand = true;
        self.move_to(self.camera.panned(x, y));
    }

    /// Zooms about a point of the view.
    pub(crate) fn zoom_about(&mut self, x: f64, y: f64, factor: f64) {
        self.motion = None;
        self.moved_by_hand = true;
        self.move_to(self.camera.zoomed_about(x, y, factor));
    }

    /// Shows another view at once.
    pub(crate) fn jump(&mut self, camera: Camera) {
        self.motion = None;
        self.moved_by_hand = true;
        self.move_to(camera);
    }

    fn limits(&self) -> Limits {
        scene::limits(&self.map_data, self.camera.width, self.camera.height)
    }

    fn move_to(&mut self, camera: Camera) {
        self.camera = camera.clamped(&self.limits());
        schedule(self);
    }

    /// Flies to a view that the page is not framed on; jumps under reduced motion.
    pub(crate) fn fly(&mut self, to: Camera) {
        self.moved_by_hand = true;
        self.go(to);
    }

    /// Flies to the view that the page is framed on.
    pub(crate) fn fly_to_frame(&mut self, to: Camera) {
        self.moved_by_hand = false;
        self.go(to);
    }

    fn go(&mut self, to: Camera) {
        let to = to.clamped(&self.limits());
        if dom::reduced_motion() {
            self.motion = None;
            return self.move_to(to);
        }
        self.motion = Some(Motion::flight(self.camera, to));
        schedule(self);
    }

    /// Flies to the frame of the places that the page is about, or of everything.
    pub(crate) fn frame(&mut self, ids: &[String]) {
        self.fly_to_frame(self.camera_of(ids));
    }

    /// The camera framed on these places, or on everything.
    pub(crate) fn camera_of(&self, ids: &[String]) -> Camera {
        let lang = self.map_style.lang;
        let frame = if ids.is_empty() {
            scene::home(&self.map_data, lang)
        } else {
            scene::frame_for(&self.map_data, ids, lang)
        };
        Camera::fit(frame, self.camera.width, self.camera.height, Padding::default())
    }

    /// Zooms about the middle of the view in a short flight.
    pub(crate) fn step_zoom(&mut self, factor: f64) {
        self.fly(self.camera.zoomed_about(self.camera.width / 2.0, self.camera.height / 2.0, factor));
    }

    /// Moves the view by CSS pixels in a short flight.
    pub(crate) fn step_pan(&mut self, x: f64, y: f64) {
        self.fly(self.camera.panned(x, y));
    }

    /// A finger or button is down: what is painted is reused as long as it covers the view.
    pub(crate) fn hold(&mut self) {
        self.held = true;
        self.motion = None;
        schedule(self);
    }

    /// The finger or button is up; the map glides on at the speed of the drag, pixels per millisecond.
    pub(crate) fn release(&mut self, x: f64, y: f64) {
        self.held = false;
        if !dom::reduced_motion() {
            self.motion = Motion::inertia(x, y);
        }
        schedule(self);
    }

    /// Takes on the size of its element.
    pub(crate) fn resize(&mut self) {
        let (width, height) = size(&self.viewport);
        if (width, height) != (self.camera.width, self.camera.height) {
            self.camera = self.camera.resized(width, height);
            self.map_style.type_scale = scene::type_scale(self.opening, width, height);
            self.map_style.inset = has_inset(width, height);
            self.renderer.outdate();
            self.renderer.outdate_emphasis();
            self.renderer.uncover();
            schedule(self);
        }
    }

    /// What a pointer at a point of the view means, best first: what it hits exactly, then the name under it, then what
    /// lies near or around it.
    pub(crate) fn hit(&self, x: f64, y: f64, slop: f64) -> Vec<Hit> {
        let mut hits = scene::hit(&self.map_data, &self.camera, x, y, slop, &self.map_style);
        let exact = |hit: &Hit| hit.class <= Class::Line && hit.distance_px <= 0.0;
        if !hits.first().is_some_and(exact)
            && let Some(id) = self.map_data.label_at(&self.camera, &self.map_style, &self.renderer.without(), x, y)
        {
            hits.retain(|hit| hit.id != id);
            hits.insert(0, Hit { id: id.to_string(), distance_px: 0.0, class: Class::Point });
        }
        hits
    }

    /// True when a position of the view is on the frame of the inset map, give or take `slop` pixels, and nothing else
    /// that a pointer could mean.
    pub(crate) fn is_on_inset_frame(&self, x: f64, y: f64, slop: f64, hits: &[Hit]) -> bool {
        let frame = scene::inset_frame(&self.map_data, &self.camera, &self.map_style);
        let on_frame = frame.is_some_and(|frame| scene::is_on_frame(&frame, x, y, slop));
        on_frame && hits.first().is_none_or(|hit| hit.class > Class::Line)
    }

    /// Moves the camera by what it does by itself, up to a time in milliseconds.
    fn advance(&mut self, now: f64, elapsed: f64) {
        let limits = self.limits();
        let Some(motion) = &mut self.motion else { return };
        let goes_on;
        (self.camera, goes_on) = motion.step(&self.camera, &limits, now, elapsed);
        if !goes_on {
            self.motion = None;
        }
    }

    /// Moves what is painted to where the camera looks; what is missing is painted after this frame. True at rest.
    fn show(&mut self) -> bool {
        let settled = self.motion.is_none() && !self.held;
        self.renderer.show(&self.camera, settled);
        if settled {
            self.show_scale();
        }
        static_map::hide_unless(&self.camera, &self.map_style);
        if let Some(then) = self.on_shown {
            then();
        }
        paint_later(self, if settled { PATIENCE } else { 0 });
        settled
    }

    fn paint(&mut self) {
        if self.renderer.paint(&self.map_data, &self.camera, &self.map_style) {
            paint_later(self, 0);
        }
        let busy = self.renderer.is_busy();
        let _ = self.viewport.set_attribute("aria-busy", if busy { "true" } else { "false" });
        if !busy {
            paint_ahead_later(self, PAUSE);
        }
    }

    /// Paints a tile beyond a view that has rested for a while, and then the next one.
    fn paint_ahead(&mut self) {
        let pause = REST - (dom::now() - self.last_frame);
        if pause > 0.0 {
            return paint_ahead_later(self, pause.ceil() as i32);
        }
        // As long as the prerendered picture stands in, what is painted is not seen, and will change.
        if !static_map::is_shown() && self.renderer.paint_ahead(&self.map_data, &self.camera, &self.map_style) {
            paint_ahead_later(self, PAUSE);
        }
    }

    /// A picture has arrived. Answers with what is to be done when the view is painted for the first time.
    fn painted(&mut self, job: u32) -> Option<Box<dyn FnOnce()>> {
        let drawn = self.renderer.painted(job, &self.camera);
        self.paint();
        if drawn { self.on_drawn.take() } else { None }
    }

    /// Tells the scale of the view to whoever shows it.
    fn show_scale(&self) {
        let per_pixel = self.camera.kilometres_per_pixel_at_centre();
        let length = round_length(per_pixel * SCALE_BAR);
        let bar = length.map(|kilometres| ScaleBar { width: kilometres / per_pixel, kilometres });
        Signals::get().scale.set(bar);
    }
}
