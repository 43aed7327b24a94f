//! The live map: holds camera and look, and moves them.
//!
//! What is seen of them is the business of [`Easel`]. A frame only moves the camera and what is painted already;
//! painting goes on between frames.

use super::easel::Easel;
use super::{arrive, dom, painter, theme};
use atlas_map::geometry::decimal::fixed;
use atlas_map::geometry::maths::{hypot, power};
use atlas_map::geometry::{Camera, Flight, Limits, Padding, Rect, round_length};
use atlas_map::scene::{self, Class, Highlight, Hit, Look, World};
use atlas_model::{Day, Feature, Lang};
use std::cell::RefCell;
use web_sys::HtmlElement;

/// Speed below which inertia ends, pixels per millisecond.
const STILL: f64 = 0.02;
/// Share of the speed that is left after a millisecond of inertia.
const FRICTION: f64 = 0.995;

/// No flight takes longer, milliseconds.
const LONGEST_FLIGHT: f64 = 700.0;

/// What moves the camera by itself.
enum Motion {
    /// A flight to another view that began at a time in milliseconds.
    Flight { flight: Flight, began: f64, milliseconds: f64 },
    /// The rest of a drag, pixels per millisecond.
    Inertia { x: f64, y: f64 },
}

/// What is called when the picture has come to rest.
type OnSettled = Box<dyn Fn(&Camera, bool)>;

/// The live map.
pub struct Map {
    viewport: HtmlElement,
    easel: Easel,
    scale_bar: Option<HtmlElement>,
    /// The world on it.
    pub world: World,
    /// The frame of the prerendered picture, which settles the size of type.
    opening: Rect,
    camera: Camera,
    look: Look,
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
    on_drawn: Option<Box<dyn FnOnce()>>,
}

thread_local! {
    static MAP: RefCell<Option<Map>> = const { RefCell::new(None) };
}

/// Does something with the map, if there is one, and paints what changed.
pub fn with<T>(act: impl FnOnce(&mut Map) -> T) -> Option<T> {
    MAP.with(|map| map.try_borrow_mut().ok().and_then(|mut map| map.as_mut().map(act)))
}

/// Puts the map on the page, framed as the prerendered map is. False where there is no place for it.
pub fn start(world: World, lang: Lang, frame: Rect) -> bool {
    let (Some(viewport), Some(sheets)) = (dom::find(".viewport"), dom::find(".sheets")) else { return false };
    let Some(easel) = Easel::new(sheets) else { return false };
    let (width, height) = size(&viewport);
    let look = Look {
        lang,
        palette: theme::palette(),
        highlight: Highlight::default(),
        hidden: Vec::new(),
        lens: has_lens(width, height),
        type_scale: scene::type_scale(frame, width, height),
    };
    let map = Map {
        opening: frame,
        easel,
        scale_bar: dom::find(".scale"),
        viewport,
        world,
        camera: Camera::fit(frame, width, height, Padding::default()),
        look,
        motion: None,
        held: false,
        scheduled: false,
        painting: false,
        ahead: false,
        last_frame: 0.0,
        moved_by_hand: false,
        corner: None,
        on_settled: None,
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
fn has_lens(width: f64, height: f64) -> bool {
    width >= 720.0 && height >= 660.0 && dom::find(".inset").is_some()
}

fn size(viewport: &HtmlElement) -> (f64, f64) {
    let rect = viewport.get_bounding_client_rect();
    (rect.width().max(1.0), rect.height().max(1.0))
}

/// Paints before the next frame, unless that is already under way.
fn schedule(map: &mut Map) {
    if !map.scheduled {
        map.scheduled = true;
        dom::next_frame(frame);
    }
}

/// One frame: moves what moves, then shows it.
fn frame(now: f64) {
    with(|map| {
        map.scheduled = false;
        let elapsed = (now - map.last_frame).clamp(0.0, 64.0);
        map.last_frame = now;
        map.advance(now, elapsed);
        map.show();
        if map.motion.is_some() {
            schedule(map);
        }
    });
}

/// How long painting waits while nothing moves, milliseconds: what the reader asked for in the text is seen first.
const PATIENCE: i32 = 8;

/// Goes on painting once this frame is out.
fn paint_later(map: &mut Map, wait: i32) {
    later(map, wait, |map| &mut map.painting, Map::paint);
}

/// Does something after a while, milliseconds, unless it is `waiting` for that already.
fn later(map: &mut Map, wait: i32, waiting: fn(&mut Map) -> &mut bool, act: fn(&mut Map)) {
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
fn paint_ahead_later(map: &mut Map, wait: i32) {
    later(map, wait, |map| &mut map.ahead, Map::paint_ahead);
}

impl Map {
    /// The camera now.
    pub fn camera(&self) -> &Camera {
        &self.camera
    }

    /// What is shown and how.
    pub fn look(&self) -> &Look {
        &self.look
    }

    /// The element that takes input.
    pub fn viewport(&self) -> &HtmlElement {
        &self.viewport
    }

    /// Where the corner of the map is in the window, CSS pixels. Asked of the page once a frame: a question for each
    /// movement of a pointer would have the page laid out anew each time.
    pub fn corner(&mut self) -> (f64, f64) {
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
    pub fn on_settled(&mut self, then: impl Fn(&Camera, bool) + 'static) {
        self.on_settled = Some(Box::new(then));
    }

    /// Calls `then` once, when the whole view has been painted for the first time.
    pub fn on_drawn(&mut self, then: impl FnOnce() + 'static) {
        self.on_drawn = Some(Box::new(then));
        schedule(self);
    }

    /// Changes the look and paints. What is only hovered or has the focus is laid over what is painted already.
    pub fn set_look(&mut self, change: impl FnOnce(&mut Look)) {
        let before = (self.look.resting(), self.look.highlight.clone());
        change(&mut self.look);
        if self.look.palette != before.0.palette {
            self.easel.outdate_ground();
        }
        if self.look.resting() != before.0 {
            self.easel.outdate_look();
        } else if self.look.highlight == before.1 {
            return;
        }
        self.easel.outdate_emphasis();
        schedule(self);
    }

    /// Paints anew, because there is more or something else to show than before.
    pub fn world_changed(&mut self) {
        self.easel.outdate();
        self.easel.outdate_ground();
        schedule(self);
    }

    /// The inset has come into sight, or is gone.
    pub fn inset_changed(&mut self) {
        self.easel.uncover();
        schedule(self);
    }

    /// Paints the features in the condition of a day; `None` is the newest.
    pub fn set_date(&mut self, features: &[Feature], date: Option<Day>) {
        self.world.show_date(features, date);
        self.easel.outdate_look();
        schedule(self);
    }

    /// Moves the picture by CSS pixels, as a drag does.
    pub fn pan(&mut self, x: f64, y: f64) {
        self.motion = None;
        self.moved_by_hand = true;
        self.move_to(self.camera.panned(x, y));
    }

    /// Zooms about a point of the view.
    pub fn zoom_about(&mut self, x: f64, y: f64, factor: f64) {
        self.motion = None;
        self.moved_by_hand = true;
        self.move_to(self.camera.zoomed_about(x, y, factor));
    }

    /// Shows another view at once.
    pub fn jump(&mut self, camera: Camera) {
        self.motion = None;
        self.move_to(camera);
    }

    fn limits(&self) -> Limits {
        self.world.limits(self.camera.width, self.camera.height)
    }

    fn move_to(&mut self, camera: Camera) {
        self.camera = camera.clamped(&self.limits());
        schedule(self);
    }

    /// Flies to another view; jumps under reduced motion.
    pub fn fly(&mut self, to: Camera) {
        let to = to.clamped(&self.limits());
        if dom::reduced_motion() {
            return self.jump(to);
        }
        let flight = Flight::new(self.camera, to);
        let milliseconds = flight.duration().min(LONGEST_FLIGHT);
        self.motion = Some(Motion::Flight { flight, began: f64::NAN, milliseconds });
        schedule(self);
    }

    /// Flies to the frame of these places, or of everything.
    pub fn fly_to(&mut self, ids: &[String]) {
        self.moved_by_hand = false;
        let lang = self.look.lang;
        let frame = if ids.is_empty() { self.world.home(lang) } else { self.world.frame_for(ids, lang) };
        self.fly(Camera::fit(frame, self.camera.width, self.camera.height, Padding::default()));
    }

    /// Zooms about the middle of the view in a short flight.
    pub fn step_zoom(&mut self, factor: f64) {
        self.moved_by_hand = true;
        self.fly(self.camera.zoomed_about(self.camera.width / 2.0, self.camera.height / 2.0, factor));
    }

    /// Moves the view by CSS pixels in a short flight.
    pub fn step_pan(&mut self, x: f64, y: f64) {
        self.moved_by_hand = true;
        self.fly(self.camera.panned(x, y));
    }

    /// A finger or button is down: what is painted is reused as long as it covers the view.
    pub fn hold(&mut self) {
        self.held = true;
        self.motion = None;
        schedule(self);
    }

    /// The finger or button is up; the map glides on at the speed of the drag, pixels per millisecond.
    pub fn release(&mut self, x: f64, y: f64) {
        self.held = false;
        if hypot(x, y) > STILL * 5.0 && !dom::reduced_motion() {
            self.motion = Some(Motion::Inertia { x, y });
        }
        schedule(self);
    }

    /// Takes on the size of its element.
    pub fn resize(&mut self) {
        let (width, height) = size(&self.viewport);
        if (width, height) != (self.camera.width, self.camera.height) {
            self.camera = self.camera.resized(width, height);
            self.look.type_scale = scene::type_scale(self.opening, width, height);
            self.look.lens = has_lens(width, height);
            self.easel.outdate();
            self.easel.outdate_emphasis();
            self.easel.uncover();
            schedule(self);
        }
    }

    /// What a pointer at a point of the view means, best first: what it hits exactly, then the name under it, then what
    /// lies near or around it.
    pub fn hit(&self, x: f64, y: f64, slop: f64) -> Vec<Hit> {
        let mut hits = self.world.hit(&self.camera, x, y, slop, &self.look);
        let exact = |hit: &Hit| hit.class <= Class::Line && hit.distance_px <= 0.0;
        if !hits.first().is_some_and(exact)
            && let Some(id) = self.world.label_at(&self.camera, &self.look, &self.easel.without(), x, y)
        {
            hits.retain(|hit| hit.id != id);
            hits.insert(0, Hit { id: id.to_string(), distance_px: 0.0, class: Class::Point });
        }
        hits
    }

    /// True when a position of the view is on the frame of the inset map, give or take `slop` pixels, and nothing else
    /// that a pointer could mean.
    pub fn is_on_lens(&self, x: f64, y: f64, slop: f64, hits: &[Hit]) -> bool {
        let frame = self.world.lens_frame(&self.camera, &self.look);
        let on_frame = frame.is_some_and(|frame| scene::is_on_frame(&frame, x, y, slop));
        on_frame && hits.first().is_none_or(|hit| hit.class > Class::Line)
    }

    fn advance(&mut self, now: f64, elapsed: f64) {
        match &mut self.motion {
            Some(Motion::Flight { flight, began, milliseconds }) => {
                if began.is_nan() {
                    *began = now;
                }
                let progress = ((now - *began) / milliseconds.max(1.0)).clamp(0.0, 1.0);
                self.camera = flight.at(ease(progress)).resized(self.camera.width, self.camera.height);
                if progress >= 1.0 {
                    self.motion = None;
                }
            }
            Some(Motion::Inertia { x, y }) => {
                let (dx, dy) = (*x * elapsed, *y * elapsed);
                let left = power(FRICTION, elapsed);
                *x *= left;
                *y *= left;
                let still = hypot(*x, *y) < STILL;
                self.camera = self.camera.panned(dx, dy).clamped(&self.limits());
                if still {
                    self.motion = None;
                }
            }
            None => {}
        }
    }

    /// Moves what is painted to where the camera looks; what is missing is painted after this frame.
    fn show(&mut self) {
        let settled = self.motion.is_none() && !self.held;
        self.easel.show(&self.camera, settled);
        if settled {
            self.show_scale();
            if let Some(then) = &self.on_settled {
                then(&self.camera, self.moved_by_hand);
            }
        }
        paint_later(self, if settled { PATIENCE } else { 0 });
    }

    fn paint(&mut self) {
        if self.easel.paint(&self.world, &self.camera, &self.look) {
            paint_later(self, 0);
        }
        let busy = self.easel.is_busy();
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
        if !arrive::is_veiled() && self.easel.paint_ahead(&self.world, &self.camera, &self.look) {
            paint_ahead_later(self, PAUSE);
        }
    }

    /// A picture has arrived. Answers with what is to be done when the view is painted for the first time.
    fn painted(&mut self, job: u32) -> Option<Box<dyn FnOnce()>> {
        let drawn = self.easel.painted(job, &self.camera);
        self.paint();
        if drawn { self.on_drawn.take() } else { None }
    }

    /// A bar of a round number of kilometres, true at the middle of the view.
    fn show_scale(&self) {
        let Some(bar) = &self.scale_bar else { return };
        let per_pixel = self.camera.kilometres_per_pixel_at_centre();
        let Some(kilometres) = round_length(per_pixel * 110.0) else { return };
        let _ = bar.style().set_property("width", &format!("{}px", fixed(kilometres / per_pixel, 1)));
        let unit = atlas_text::format::quantity(&crate::state::wording().strings, kilometres, None, "km");
        let label = dom::document().create_element("span").ok();
        if let Some(label) = label {
            label.set_text_content(Some(&unit));
            bar.replace_children_with_node_1(&label);
        }
    }
}

/// Slow at both ends.
fn ease(progress: f64) -> f64 {
    progress * progress * (3.0 - 2.0 * progress)
}
