//! Pointer, wheel and keyboard on the map.

use super::map::{self, Map};
use super::{dom, select};
use crate::islands::Command;
use crate::state::{Choice, Shared, wording};
use atlas_map::geometry::maths::{exp, hypot};
use atlas_map::scene::{Class, Hit};
use atlas_model::Target;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::{KeyboardEvent, PointerEvent, WheelEvent};

/// A pointer that moves less than this far, pixels, between down and up has clicked.
const CLICK: f64 = 6.0;
/// How far a finger or pointer may miss, pixels.
const TOUCH_SLOP: f64 = 12.0;
const MOUSE_SLOP: f64 = 5.0;
/// Two clicks within this time, milliseconds, zoom in.
const DOUBLE: f64 = 300.0;
/// … and within this distance, pixels.
const NEAR: f64 = 24.0;
/// A second tap that is dragged zooms by a factor of e over so many pixels.
const DRAG_ZOOM: f64 = 130.0;
/// How far a key press moves the map, pixels.
const STEP: f64 = 100.0;

/// One finger or button on the map.
#[derive(Clone, Copy)]
struct Pointer {
    id: i32,
    x: f64,
    y: f64,
}

/// What the hand is doing.
#[derive(Default)]
struct Hand {
    pointers: Vec<Pointer>,
    began: Option<(f64, f64)>,
    moved: bool,
    /// Speed of the drag, pixels per millisecond, and when it was last measured.
    speed: (f64, f64),
    last: f64,
    /// When and where the last click was.
    last_click: (f64, f64, f64),
    touch: bool,
    /// Where a second tap came soon after the first: dragged up and down it zooms about this place.
    zooming: Option<(f64, f64)>,
}

impl Hand {
    /// True when a click here and now is the second of two.
    fn is_second(&self, time: f64, x: f64, y: f64) -> bool {
        let (last, last_x, last_y) = self.last_click;
        hypot(x - last_x, y - last_y) < NEAR && time - last < DOUBLE
    }
}

/// Starts listening. `cooperative` leaves wheel and single finger to the page around the frame.
pub fn start(map: &Map, cooperative: bool) {
    let viewport = map.viewport().clone();
    let _ = viewport.set_attribute("tabindex", "0");
    let hand = Rc::new(RefCell::new(Hand::default()));

    let on = hand.clone();
    dom::listen(&viewport, "pointerdown", move |event: PointerEvent| down(&mut on.borrow_mut(), &event, cooperative));
    let on = hand.clone();
    dom::listen(&viewport, "pointermove", move |event: PointerEvent| moving(&mut on.borrow_mut(), &event, cooperative));
    let on = hand.clone();
    dom::listen(&viewport, "pointerup", move |event: PointerEvent| {
        let click = up(&mut on.borrow_mut(), &event);
        if let Some((x, y, touch)) = click {
            clicked(x, y, touch);
        }
    });
    let on = hand.clone();
    dom::listen(&viewport, "pointercancel", move |event: PointerEvent| {
        let _ = up(&mut on.borrow_mut(), &event);
    });
    dom::listen(&viewport, "pointerleave", move |_: PointerEvent| hover(None));
    dom::listen_active(&viewport, "wheel", move |event: WheelEvent| wheel(&event, cooperative));
    dom::listen_active(&viewport, "keydown", key);
    if let Some(walker) = dom::find(".walker") {
        dom::listen_active(&walker, "keydown", walk_key);
        dom::listen(&walker, "focusin", |event: web_sys::FocusEvent| {
            let id = event.target().and_then(|target| attribute(&target, "data-feature"));
            if let Some(id) = id {
                select::focus_place(Some(id));
            }
        });
        dom::listen(&walker, "focusout", |_: web_sys::FocusEvent| select::focus_place(None));
    }
}

fn attribute(target: &web_sys::EventTarget, name: &str) -> Option<String> {
    use wasm_bindgen::JsCast;
    target.dyn_ref::<web_sys::Element>().and_then(|element| element.get_attribute(name))
}

/// Where a pointer is within the map, CSS pixels.
fn position(event: &web_sys::MouseEvent) -> (f64, f64) {
    let (left, top) = map::with(|map| map.corner()).unwrap_or_default();
    (f64::from(event.client_x()) - left, f64::from(event.client_y()) - top)
}

fn down(hand: &mut Hand, event: &PointerEvent, cooperative: bool) {
    if event.button() != 0 {
        return;
    }
    let (x, y) = position(event);
    hand.touch = event.pointer_type() == "touch";
    if hand.pointers.is_empty() {
        hand.began = Some((x, y));
        hand.moved = false;
        hand.speed = (0.0, 0.0);
        let again = hand.touch && !cooperative && hand.is_second(event.time_stamp(), x, y);
        hand.zooming = again.then_some((x, y));
    } else {
        hand.moved = true;
        hand.zooming = None;
    }
    hand.pointers.retain(|pointer| pointer.id != event.pointer_id());
    hand.pointers.push(Pointer { id: event.pointer_id(), x, y });
    hand.last = event.time_stamp();
    if cooperative && hand.touch && hand.pointers.len() < 2 {
        return;
    }
    map::with(|map| {
        let _ = map.viewport().set_pointer_capture(event.pointer_id());
        map.hold();
    });
}

fn moving(hand: &mut Hand, event: &PointerEvent, cooperative: bool) {
    let (x, y) = position(event);
    let Some(index) = hand.pointers.iter().position(|pointer| pointer.id == event.pointer_id()) else {
        if event.pointer_type() != "touch" {
            hover(Some((x, y)));
        }
        return;
    };
    let before = hand.pointers.clone();
    hand.pointers[index].x = x;
    hand.pointers[index].y = y;
    if !hand.moved {
        let Some(began) = hand.began else { return };
        if hypot(x - began.0, y - began.1) < CLICK {
            return;
        }
        hand.moved = true;
        map::with(|map| {
            let _ = map.viewport().class_list().add_1("dragging");
        });
    }
    let (old, new) = (middle(&before), middle(&hand.pointers));
    if cooperative && hand.touch && hand.pointers.len() < 2 {
        return show_hint(wording().strings.hint_touch());
    }
    if let Some(place) = hand.zooming {
        let factor = exp((new.1 - old.1) / DRAG_ZOOM);
        map::with(|map| map.zoom_about(place.0, place.1, factor));
        return;
    }
    let elapsed = (event.time_stamp() - hand.last).max(1.0);
    hand.last = event.time_stamp();
    let (dx, dy) = (new.0 - old.0, new.1 - old.1);
    let fling = if hand.pointers.len() > 1 { 0.0 } else { 0.6 / elapsed };
    hand.speed = (hand.speed.0 * 0.4 + dx * fling, hand.speed.1 * 0.4 + dy * fling);
    let stretch = match (spread(&before), spread(&hand.pointers)) {
        (old, new) if old > 1.0 && new > 1.0 => new / old,
        _ => 1.0,
    };
    map::with(|map| {
        map.pan(dx, dy);
        if stretch != 1.0 {
            map.zoom_about(new.0, new.1, stretch);
        }
    });
}

/// Ends what a pointer did; where that was a click, tells its place and whether it was a finger.
fn up(hand: &mut Hand, event: &PointerEvent) -> Option<(f64, f64, bool)> {
    let known = hand.pointers.iter().any(|pointer| pointer.id == event.pointer_id());
    hand.pointers.retain(|pointer| pointer.id != event.pointer_id());
    if !known || !hand.pointers.is_empty() {
        return None;
    }
    let resting = event.time_stamp() - hand.last > 60.0;
    let speed = if hand.moved && !resting { hand.speed } else { (0.0, 0.0) };
    map::with(|map| {
        let _ = map.viewport().class_list().remove_1("dragging");
        map.release(speed.0, speed.1);
    });
    if hand.moved || event.type_() == "pointercancel" {
        return None;
    }
    let (x, y) = position(event);
    let twice = hand.is_second(event.time_stamp(), x, y);
    hand.last_click = if twice { (0.0, x, y) } else { (event.time_stamp(), x, y) };
    if twice {
        map::with(|map| {
            let camera = map.camera().zoomed_about(x, y, 2.0);
            map.fly(camera);
        });
        return None;
    }
    Some((x, y, hand.touch))
}

fn middle(pointers: &[Pointer]) -> (f64, f64) {
    let count = pointers.len().max(1) as f64;
    let sum = pointers.iter().fold((0.0, 0.0), |sum, pointer| (sum.0 + pointer.x, sum.1 + pointer.y));
    (sum.0 / count, sum.1 / count)
}

fn spread(pointers: &[Pointer]) -> f64 {
    match pointers {
        [one, other, ..] => hypot(one.x - other.x, one.y - other.y),
        _ => 0.0,
    }
}

/// How far a pointer may miss.
pub fn slop(touch: bool) -> f64 {
    if touch { TOUCH_SLOP } else { MOUSE_SLOP }
}

/// The hits among which a click cannot tell: points or lines as near as the best one. Areas within areas are ranked.
pub fn equals(hits: &[Hit], touch: bool) -> Vec<String> {
    let Some(best) = hits.first().filter(|best| best.class <= Class::Line) else { return Vec::new() };
    let tolerance = if touch { 6.0 } else { 1.0 };
    hits.iter()
        .filter(|hit| hit.class == best.class && hit.distance_px <= best.distance_px + tolerance)
        .map(|hit| hit.id.clone())
        .take(6)
        .collect()
}

fn clicked(x: f64, y: f64, touch: bool) {
    let shared = Shared::get();
    shared.choice.set(None);
    let Some(hits) = map::with(|map| map.hit(x, y, slop(touch))) else { return };
    if map::with(|map| map.is_on_lens(x, y, slop(touch), &hits)) == Some(true) {
        return super::act(Command::Caucasus);
    }
    let equals = equals(&hits, touch);
    match (equals.len(), hits.first()) {
        (2.., _) => shared.choice.set(Some(Choice { at: (x, y), ids: equals })),
        (_, Some(hit)) => {
            select::select(Target::Place(hit.id.clone()), select::Manner::click());
        }
        (_, None) => {}
    }
}

fn hover(at: Option<(f64, f64)>) {
    map::with(|map| {
        let hit = at.and_then(|(x, y)| map.hit(x, y, MOUSE_SLOP).into_iter().next());
        let id = hit.map(|hit| hit.id);
        if map.look().highlight.hovered != id {
            let _ = map.viewport().class_list().toggle_with_force("over", id.is_some());
            map.set_look(|look| look.highlight.hovered = id);
        }
    });
}

fn wheel(event: &WheelEvent, cooperative: bool) {
    if cooperative && !event.ctrl_key() && !event.meta_key() {
        return show_hint(wording().strings.hint_wheel());
    }
    event.prevent_default();
    let lines = if event.delta_mode() == WheelEvent::DOM_DELTA_LINE { 24.0 } else { 1.0 };
    let pinch = if event.ctrl_key() { 4.0 } else { 1.0 };
    let factor = exp(-event.delta_y() * lines * pinch * 0.0018).clamp(0.4, 2.5);
    let (x, y) = position(event);
    map::with(|map| map.zoom_about(x, y, factor));
    settle_later(x, y);
}

/// Paints sharply once the wheel has been still for a moment, and sees what is under the pointer now.
fn settle_later(x: f64, y: f64) {
    thread_local! {
        static TURNS: RefCell<u32> = const { RefCell::new(0) };
    }
    let turn = TURNS.with(|turns| {
        *turns.borrow_mut() += 1;
        *turns.borrow()
    });
    map::with(|map| map.hold());
    dom::after(140, move || {
        if TURNS.with(|turns| *turns.borrow() == turn) {
            map::with(|map| map.release(0.0, 0.0));
            hover(Some((x, y)));
        }
    });
}

fn show_hint(text: &str) {
    let hint = Shared::get().hint;
    if hint.get_untracked().is_none() {
        hint.set(Some(text.to_string()));
        dom::after(1400, move || hint.set(None));
    }
}

fn key(event: KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let shared = Shared::get();
    let done = match event.key().as_str() {
        "ArrowLeft" => map::with(|map| map.step_pan(STEP, 0.0)),
        "ArrowRight" => map::with(|map| map.step_pan(-STEP, 0.0)),
        "ArrowUp" => map::with(|map| map.step_pan(0.0, STEP)),
        "ArrowDown" => map::with(|map| map.step_pan(0.0, -STEP)),
        "+" | "=" => map::with(|map| map.step_zoom(1.6)),
        "-" | "_" => map::with(|map| map.step_zoom(1.0 / 1.6)),
        "Home" => map::with(|map| map.fly_to(&[])),
        "n" | "N" => {
            walk(1);
            Some(())
        }
        "p" | "P" => {
            walk(-1);
            Some(())
        }
        "Enter" => select::open_highlighted().then_some(()),
        "?" => {
            shared.help.update(|open| *open = !*open);
            Some(())
        }
        _ => None,
    };
    if done.is_some() {
        event.prevent_default();
    }
}

fn walk_key(event: KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    match event.key().as_str() {
        "ArrowRight" | "ArrowDown" | "n" | "N" => walk(1),
        "ArrowLeft" | "ArrowUp" | "p" | "P" => walk(-1),
        "Home" => walk(i32::MIN),
        "End" => walk(i32::MAX),
        "Escape" => {
            map::with(|map| map.viewport().clone()).map(|viewport| viewport.focus());
        }
        _ => return,
    }
    event.prevent_default();
}

/// Moves the focus along the list of places, in reading order.
fn walk(step: i32) {
    use wasm_bindgen::JsCast;
    let Ok(links) = dom::document().query_selector_all(".walker a") else { return };
    let count = links.length() as i32;
    if count == 0 {
        return;
    }
    let link = |index: i32| links.item(index as u32).and_then(|node| node.dyn_into::<web_sys::HtmlElement>().ok());
    let current = (0..count).find(|index| link(*index).is_some_and(|link| link.tab_index() == 0));
    let focused = dom::document().active_element().is_some_and(|active| active.has_attribute("data-walk"));
    let next = match (step, current) {
        (i32::MIN, _) => 0,
        (i32::MAX, _) => count - 1,
        (_, Some(current)) if !focused => current,
        (step, Some(current)) => (current + step).rem_euclid(count),
        (_, None) => 0,
    };
    if let Some(old) = current.and_then(link) {
        old.set_tab_index(-1);
    }
    if let Some(new) = link(next) {
        new.set_tab_index(0);
        let _ = new.focus();
    }
}
