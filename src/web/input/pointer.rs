//! Pointers and the wheel on the map.

use crate::map::{self, LiveMap, pointing};
use crate::state::{Event, Hint, OpenedBy};
use crate::{actions, app, dom};
use atlas_map::interaction::{Contact, Gesture, Lifted, Moved, Tap, wheel_zoom};
use atlas_model::Target;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::{HtmlElement, MouseEvent, PointerEvent, WheelEvent};

/// The wheel has come to rest when it has not turned for so long, milliseconds.
const WHEEL_REST: i32 = 140;
/// How long a hint about gestures is shown, milliseconds.
const HINT: i32 = 1400;

/// Starts listening. `cooperative` leaves wheel and single finger to the page around the frame.
pub(super) fn listen(viewport: &HtmlElement, cooperative: bool) {
    let gesture = Rc::new(RefCell::new(Gesture::new(cooperative)));
    let on = gesture.clone();
    dom::listen(viewport, "pointerdown", move |event: PointerEvent| {
        if event.button() == 0 && on.borrow_mut().down(contact(&event)) {
            map::with(|map| {
                let _ = map.viewport().set_pointer_capture(event.pointer_id());
                map.hold();
            });
        }
    });
    let on = gesture.clone();
    dom::listen(viewport, "pointermove", move |event: PointerEvent| {
        let contact = contact(&event);
        let moved = on.borrow_mut().moved(contact);
        follow(moved, &contact);
    });
    for name in ["pointerup", "pointercancel"] {
        let on = gesture.clone();
        dom::listen(viewport, name, move |event: PointerEvent| {
            let contact = contact(&event);
            let lifted = on.borrow_mut().up(contact, name == "pointercancel");
            if let Some(lifted) = lifted {
                let_go(&lifted, contact.touch);
            }
        });
    }
    dom::listen(viewport, "pointerleave", |_: PointerEvent| hover(None));
    dom::listen_active(viewport, "wheel", move |event: WheelEvent| wheel(&event, cooperative));
}

/// Where a pointer is within the map, CSS pixels.
fn position(event: &MouseEvent) -> (f64, f64) {
    let (left, top) = map::with(LiveMap::corner).unwrap_or_default();
    (f64::from(event.client_x()) - left, f64::from(event.client_y()) - top)
}

fn contact(event: &PointerEvent) -> Contact {
    let (x, y) = position(event);
    Contact { id: event.pointer_id(), x, y, time: event.time_stamp(), touch: event.pointer_type() == "touch" }
}

fn follow(moved: Moved, contact: &Contact) {
    match moved {
        Moved::Nothing => {}
        Moved::Hovers => hover(Some((contact.x, contact.y))),
        Moved::Refused => show_hint(Hint::Touch),
        Moved::Zoom { at: (x, y), factor } => {
            map::with(|map| map.zoom_about(x, y, factor));
        }
        Moved::Drag { by: (dx, dy), at: (x, y), factor } => {
            map::with(|map| {
                let _ = map.viewport().class_list().add_1("dragging");
                map.pan(dx, dy);
                if factor != 1.0 {
                    map.zoom_about(x, y, factor);
                }
            });
        }
    }
}

fn let_go(lifted: &Lifted, touch: bool) {
    map::with(|map| {
        let _ = map.viewport().class_list().remove_1("dragging");
        map.release(lifted.speed.0, lifted.speed.1);
    });
    match lifted.tap {
        Some(Tap::Single(x, y)) => click(x, y, touch),
        Some(Tap::Double(x, y)) => {
            map::with(|map| map.fly(map.camera().zoomed_about(x, y, 2.0)));
        }
        None => {}
    }
}

fn click(x: f64, y: f64, touch: bool) {
    let slop = pointing::slop(touch);
    let Some(hits) = map::with(|map| map.hit(x, y, slop)) else { return };
    if map::with(|map| map.is_on_inset_frame(x, y, slop, &hits)) == Some(true) {
        return actions::show_inset_area();
    }
    let equals = pointing::equals(&hits, touch);
    match (equals.len(), hits.first()) {
        (2.., _) => app::dispatch(Event::Choose(equals)),
        (_, Some(hit)) => {
            actions::select(Target::Place(hit.id.clone()), OpenedBy::Map);
        }
        (_, None) => app::dispatch(Event::Choose(Vec::new())),
    }
}

fn hover(at: Option<(f64, f64)>) {
    map::with(|map| {
        let hit = at.and_then(|(x, y)| map.hit(x, y, pointing::slop(false)).into_iter().next());
        let id = hit.map(|hit| hit.id);
        if map.map_style().highlight.hovered != id {
            let _ = map.viewport().class_list().toggle_with_force("over", id.is_some());
            map.set_map_style(|map_style| map_style.highlight.hovered = id);
        }
    });
}

fn wheel(event: &WheelEvent, cooperative: bool) {
    let is_pinch = event.ctrl_key();
    if cooperative && !is_pinch && !event.meta_key() {
        return show_hint(Hint::Wheel);
    }
    event.prevent_default();
    let factor = wheel_zoom(event.delta_y(), event.delta_mode() == WheelEvent::DOM_DELTA_LINE, is_pinch);
    let (x, y) = position(event);
    map::with(|map| map.zoom_about(x, y, factor));
    settle_later(x, y);
}

/// Paints sharply once the wheel has been still for a moment, and sees what is under the pointer now.
fn settle_later(x: f64, y: f64) {
    thread_local! {
        static TURNS: Cell<u32> = const { Cell::new(0) };
    }
    let turn = TURNS.get().wrapping_add(1);
    TURNS.set(turn);
    map::with(LiveMap::hold);
    dom::after(WHEEL_REST, move || {
        if TURNS.get() == turn {
            map::with(|map| map.release(0.0, 0.0));
            hover(Some((x, y)));
        }
    });
}

fn show_hint(hint: Hint) {
    if app::read(|state| state.hint.is_none()) == Some(true) {
        app::dispatch(Event::ShowHint(Some(hint)));
        dom::after(HINT, || app::dispatch(Event::ShowHint(None)));
    }
}
