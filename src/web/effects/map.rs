//! What the map shows of the state.

use crate::map::{self, LiveMap};
use crate::signals::scope;
use crate::state::{AppState, Travel, View};
use crate::{app, theme};
use atlas_map::geometry::{Camera, Padding};
use atlas_map::scene::{self, Highlight};
use atlas_model::route::Page;
use atlas_text::reader;
use atlas_text::scope::Scope;

/// Shows a change of the state on the map, and moves it.
pub(super) fn show(cx: &Scope, old: &AppState, new: &AppState, travel: Travel) {
    let anew = super::subject(old) != super::subject(new) || old.stop() != new.stop();
    map::with(|map| {
        if new.date != old.date {
            map.set_date(&cx.atlas.features, new.date);
        }
        map.set_map_style(|map_style| {
            if new.hidden != old.hidden {
                map_style.hidden.clone_from(&new.hidden);
            }
            if new.theme != old.theme {
                map_style.palette = theme::palette(new.theme);
            }
            if anew {
                map_style.highlight = highlight(cx, new);
            }
        });
        match travel {
            Travel::Stay => {}
            Travel::Frame => go_to_frame(map, cx, new),
            Travel::To(view) => {
                let camera = camera_at(map, &view);
                if new.view.is_some() { map.fly(camera) } else { map.fly_to_frame(camera) }
            }
        }
    });
}

/// Flies to the frame of what is shown: the view of a tour's stop, else all its places.
fn go_to_frame(map: &mut LiveMap, cx: &Scope, state: &AppState) {
    match stop(cx, state).and_then(|stop| stop.view) {
        Some([lon, lat, zoom]) => map.fly_to_frame(camera_at(map, &View { lon, lat, zoom })),
        None => map.frame(&highlighted(cx, state)),
    }
}

fn camera_at(map: &LiveMap, view: &View) -> Camera {
    let now = map.camera();
    Camera::from_at(view.lon, view.lat, view.zoom, now.width, now.height)
}

/// Lets the map of a page that is just taken over look as its address asks.
pub(super) fn open(cx: &Scope, state: &AppState) {
    map::with(|map| {
        map.set_map_style(|map_style| {
            map_style.highlight = highlight(cx, state);
            map_style.hidden.clone_from(&state.hidden);
            map_style.palette = theme::palette(state.theme);
        });
        if state.date.is_some() {
            map.set_date(&cx.atlas.features, state.date);
        }
        if let Some(view) = &state.view {
            map.jump(camera_at(map, view));
        } else if stop(cx, state).is_some() {
            go_to_frame(map, cx, state);
        }
    });
}

/// The stop of a tour that is shown.
fn stop<'a>(cx: &'a Scope, state: &AppState) -> Option<&'a atlas_model::Stop> {
    let Page::Tour(id) = &state.page else { return None };
    let tour = cx.atlas.tour(id)?;
    tour.stops.get(state.stop()?.checked_sub(1)?)
}

/// The places that what is shown speaks of.
pub(super) fn highlighted(cx: &Scope, state: &AppState) -> Vec<String> {
    match (stop(cx, state), &state.selection) {
        (Some(stop), _) => cx.links.places_of(&cx.atlas, &stop.target),
        (None, Some(target)) => cx.links.places_of(&cx.atlas, target),
        (None, None) => reader::places(cx, &state.page),
    }
}

/// What stands out.
pub(super) fn highlight(cx: &Scope, state: &AppState) -> Highlight {
    let target = stop(cx, state).map(|stop| &stop.target).or(state.selection.as_ref());
    Highlight::of(target, highlighted(cx, state))
}

/// The frame of the inset map.
pub(crate) fn show_inset_area() {
    map::with(|map| {
        let Some(area) = scene::inset_area(&map.map_data) else { return };
        let camera = *map.camera();
        map.fly(Camera::fit(area, camera.width, camera.height, Padding::default()));
    });
}

/// The whole map: on a page about nothing in particular its own frame, else a view of the reader's.
pub(crate) fn show_whole_map() {
    let Some((cx, state)) = scope().zip(app::state()) else { return };
    let own = highlighted(&cx, &state).is_empty();
    map::with(|map| {
        let camera = map.camera_of(&[]);
        if own { map.fly_to_frame(camera) } else { map.fly(camera) }
    });
}
