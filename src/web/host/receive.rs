//! What the host of a framed page asks for.

use super::messages::{array, message_of, post};
use crate::map::{self, pointing};
use crate::navigation::location;
use crate::signals::{scope, wording};
use crate::state::{self, Address, Event, OpenedBy, Theme, View};
use crate::{actions, app, dom};
use atlas_map::geometry::decimal;
use atlas_map::geometry::{Camera, Padding, Projection, Rect};
use atlas_map::scene;
use atlas_model::{Lang, Target};
use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Window};

/// At most this many points are projected in one message.
const MANY: usize = 10_000;

/// Starts listening to the host.
pub(crate) fn start() {
    dom::listen(&dom::window(), "message", |event: MessageEvent| {
        if let Some(sender) = sender(&event)
            && get(&event.data(), "atlas").and_then(|version| version.as_f64()) == Some(1.0)
        {
            receive(&event.data(), &sender);
        }
    });
}

/// Who sent a message, if it may: the parent of a framed page, or the page itself.
fn sender(event: &MessageEvent) -> Option<Window> {
    let source: Window = event.source()?.unchecked_into();
    let window = dom::window();
    let allowed = match window.parent() {
        Ok(Some(parent)) if dom::framed() => source == parent,
        _ => source == window,
    };
    allowed.then_some(source)
}

/// A field of an object; `None` where there is none, or nothing in it.
fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    let value = if object.is_object() { Reflect::get(object, &name.into()).ok()? } else { return None };
    (!value.is_undefined() && !value.is_null()).then_some(value)
}

/// A field of an object that is a text.
fn text(object: &JsValue, name: &str) -> Option<String> {
    get(object, name)?.as_string()
}

/// The command of a message: its `type`, or the key that names it.
fn command(message: &JsValue) -> Option<String> {
    const NAMES: [&str; 9] = ["select", "article", "view", "layers", "date", "theme", "lang", "locate", "project"];
    let named = || NAMES.into_iter().find(|name| get(message, name).is_some()).map(String::from);
    text(message, "type").or_else(named)
}

fn receive(message: &JsValue, sender: &Window) {
    let Some(command) = command(message) else { return };
    // Both `{type: "select", id}` and `{select: {id}}` are understood, and `{theme: "dark"}` too.
    let body = get(message, &command).filter(|body| body.is_object() && !Array::is_array(body));
    let body = body.as_ref().unwrap_or(message);
    let word = || text(body, &command).unwrap_or_default();
    let id = || text(body, "id").unwrap_or_default();
    let outcome = match command.as_str() {
        "select" => select_place(&id()),
        "article" => select_article(get(body, "n").or_else(|| get(body, "article"))),
        "view" => view(body),
        "layers" => layers(get(body, "layers")),
        "theme" => set_theme(&word()),
        "lang" => set_lang(&word()),
        "date" => set_date(&word()),
        "locate" => {
            locate(sender, &id());
            Ok(())
        }
        "project" => project(sender, body),
        _ => return,
    };
    if let Err(reason) = outcome {
        post(sender, &message_of("error", &[("message", reason.into())]));
    }
}

fn select_place(id: &str) -> Result<(), String> {
    if id.is_empty() {
        actions::open(atlas_model::route::Page::Home, OpenedBy::Host);
        return Ok(());
    }
    match actions::select(Target::Place(id.to_string()), OpenedBy::Host) {
        true => Ok(()),
        false => Err(format!("There is no place “{id}” in this atlas. data/atlas.geojson lists the ids.")),
    }
}

fn select_article(number: Option<JsValue>) -> Result<(), String> {
    let number = number.and_then(|number| match number.as_string() {
        Some(text) => text.split('.').next().and_then(|text| text.parse().ok()),
        None => number
            .as_f64()
            .filter(|number| number.fract() == 0.0 && (0.0..256.0).contains(number))
            .map(|number| number as u8),
    });
    match number {
        Some(number) if actions::select(Target::Article(number), OpenedBy::Host) => Ok(()),
        _ => {
            let last = scope().map_or(0, |cx| cx.atlas.treaty.articles);
            Err(format!("Articles are numbered 0 (the preamble) to {last}."))
        }
    }
}

/// Numbers in an array, or in a text with commas between them.
fn numbers(value: &JsValue) -> Option<Vec<f64>> {
    match value.as_string() {
        Some(text) => text.split(',').map(decimal::parse).collect(),
        None => value.dyn_ref::<Array>()?.iter().map(|number| number.as_f64()).collect(),
    }
}

fn view(body: &JsValue) -> Result<(), String> {
    let size = map::with(|map| (map.camera().width, map.camera().height)).ok_or("The map is not ready.")?;
    let camera = if let Some(at) = get(body, "at").and_then(|at| numbers(&at)) {
        View::of(&at).map(|view| Camera::from_at(view.lon, view.lat, view.zoom, size.0, size.1))
    } else {
        get(body, "bounds")
            .and_then(|edges| bounds(&edges))
            .map(|bounds| Camera::fit(bounds, size.0, size.1, Padding::default()))
    };
    let camera = camera.ok_or("A view is at: [longitude, latitude, zoom] or bounds: [west, south, east, north].")?;
    map::with(|map| map.jump(camera));
    Ok(())
}

/// West, south, east, north in degrees as a rectangle of the projection. Its edges are curves there, so that
/// their middles count too.
fn bounds(value: &JsValue) -> Option<Rect> {
    let [west, south, east, north] = numbers(value)?.try_into().ok()?;
    let sound = west < east && south < north && west >= -180.0 && east <= 180.0 && south >= -85.0 && north <= 85.0;
    if !sound {
        return None;
    }
    let (lon, lat) = ((west + east) / 2.0, (south + north) / 2.0);
    let edge = [
        (west, south),
        (lon, south),
        (east, south),
        (west, lat),
        (east, lat),
        (west, north),
        (lon, north),
        (east, north),
    ];
    Some(Rect::around(edge.into_iter().map(|(lon, lat)| Projection::project(lon, lat))))
}

fn layers(names: Option<JsValue>) -> Result<(), String> {
    // An array becomes a text with commas between its items.
    let names =
        names.and_then(|names| names.dyn_ref::<Array>().map(Array::to_string).or_else(|| names.dyn_into().ok()));
    let names = names.map(String::from).filter(|names| !names.is_empty());
    let layers = location::layers();
    let shown = names
        .and_then(|names| state::read_layers(&names, &layers))
        .ok_or_else(|| format!("Layers are {}.", layers.join(", ")))?;
    app::dispatch(Event::ShowLayers(shown));
    Ok(())
}

fn set_theme(name: &str) -> Result<(), String> {
    let theme = Theme::from_name(name).ok_or("A theme is light, dark or auto.")?;
    app::dispatch(Event::UseTheme(theme));
    Ok(())
}

fn set_lang(code: &str) -> Result<(), String> {
    let offered: Vec<Lang> = wording().profile.offered().collect();
    let lang = offered.iter().copied().find(|lang| lang.code() == code).ok_or_else(|| {
        let codes: Vec<&str> = offered.iter().map(Lang::code).collect();
        format!("This atlas is offered in {}.", codes.join(", "))
    })?;
    if let Some(state) = app::state().filter(|state| state.lang != lang) {
        let here = state.address();
        let other = Address { route: atlas_model::route::Route { lang, ..here.route.clone() }, ..here };
        let _ = dom::window().location().replace(&format!("{}{}", location::base(), other.written()));
    }
    Ok(())
}

/// An empty date is the newest information again.
fn set_date(date: &str) -> Result<(), String> {
    let date = if date.is_empty() { None } else { Some(date.parse()?) };
    actions::show_day(date);
    Ok(())
}

/// Answers with a point of the frame at which a click selects the place, if one is in view.
fn locate(sender: &Window, id: &str) {
    let place = map::with(|map| {
        let rect = map.viewport().get_bounding_client_rect();
        let (left, top) = (rect.left(), rect.top());
        let viewport = map.viewport().clone();
        let touch = dom::matches_media("(pointer: coarse)");
        // Hosts and pointers count in whole pixels.
        let whole = |x: f64, y: f64| ((left + x).round(), (top + y).round());
        let clear = |x: f64, y: f64| {
            let (x, y) = whole(x, y);
            let under = dom::document().element_from_point(x as f32, y as f32);
            let hits = map.hit(x - left, y - top, pointing::slop(touch));
            under.is_some_and(|element| viewport.contains(Some(&element)))
                && hits.first().is_some_and(|hit| hit.id == id)
                && pointing::equals(&hits, touch).len() < 2
                && !map.is_on_inset_frame(x - left, y - top, pointing::slop(touch), &hits)
        };
        let point = scene::locate(&map.map_data, map.camera(), id, map.map_style(), &clear);
        point.map(|(x, y)| whole(x, y))
    });
    let (x, y) = place.flatten().map_or((JsValue::NULL, JsValue::NULL), |(x, y)| (x.into(), y.into()));
    post(sender, &message_of("located", &[("id", id.into()), ("x", x), ("y", y)]));
}

fn project(sender: &Window, body: &JsValue) -> Result<(), String> {
    let points = get(body, "points").and_then(|points| points.dyn_into::<Array>().ok());
    let points = points.ok_or("Points are [[longitude, latitude], …].")?;
    if points.length() as usize > MANY {
        return Err(format!("At most {MANY} points are projected at a time."));
    }
    let projected = map::with(|map| {
        let rect = map.viewport().get_bounding_client_rect();
        let camera = map.camera();
        let screen = |point: JsValue| {
            let [lon, lat] = numbers(&point)?.try_into().ok()?;
            if !(-180.0..=180.0).contains(&lon) || !(-85.0..=85.0).contains(&lat) {
                return None;
            }
            let screen = camera.to_screen(Projection::project(lon, lat));
            let inside = (0.0..=camera.width).contains(&screen.x) && (0.0..=camera.height).contains(&screen.y);
            inside.then(|| array(&[rect.left() + screen.x, rect.top() + screen.y]))
        };
        points.iter().map(|point| screen(point).unwrap_or(JsValue::NULL)).collect::<Array>()
    });
    let projected = projected.ok_or("The map is not ready.")?;
    post(sender, &message_of("projected", &[("points", projected.into())]));
    Ok(())
}
