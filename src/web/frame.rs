//! Messages between a host page and the map in its frame.

use super::select::{self, Manner};
use super::{address, dom, map, theme};
use crate::state::{Shared, scope};
use atlas_map::geometry::decimal;
use atlas_map::geometry::{Camera, Padding, Projection, Rect, coord};
use atlas_model::Target;
use js_sys::{Array, Object, Reflect};
use std::cell::Cell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Window};

/// At most this many points are projected in one message.
const MANY: usize = 10_000;

thread_local! {
    static HEIGHT: Cell<i32> = const { Cell::new(0) };
}

/// Starts listening to the host and tells it that the map is ready.
pub fn start() {
    dom::listen(&dom::window(), "message", |event: MessageEvent| {
        if let Some(sender) = sender(&event)
            && get(&event.data(), "atlas").and_then(|version| version.as_f64()) == Some(1.0)
        {
            receive(&event.data(), &sender);
        }
    });
    tell("ready", &[("version", env!("CARGO_PKG_VERSION").into())]);
    tell_height();
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
        select::open(atlas_model::route::Page::Home, Manner::message());
        return Ok(());
    }
    match select::select(Target::Place(id.to_string()), Manner::message()) {
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
        Some(number) if select::select(Target::Article(number), Manner::message()) => Ok(()),
        _ => Err("Articles are numbered 0 (the preamble) to 47.".into()),
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
        address::as_view(&at).map(|(lon, lat, zoom)| Camera::from_at(lon, lat, zoom, size.0, size.1))
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
    let shown = address::parse_layers(&names.map(String::from).unwrap_or_default())
        .ok_or("Layers are corridor, energy, syunik, caspian, security, cities, regions and states.")?;
    super::show_layers(&shown);
    Ok(())
}

fn set_theme(name: &str) -> Result<(), String> {
    if !["light", "dark", "auto"].contains(&name) {
        return Err("A theme is light, dark or auto.".into());
    }
    theme::set(name);
    super::repaint();
    Ok(())
}

fn set_lang(code: &str) -> Result<(), String> {
    let offered = atlas_model::Lang::INTERFACE;
    let lang = offered
        .into_iter()
        .find(|lang| lang.code() == code)
        .ok_or_else(|| format!("This atlas is offered in {}.", offered.map(atlas_model::Lang::code).join(" and ")))?;
    let (now, _) = address::edition();
    if lang != now
        && let Some((route, fragment)) = address::current()
    {
        let other = atlas_model::route::Route { lang, ..route };
        let _ = dom::window().location().replace(&format!("{}{}#{fragment}", address::base(), other.path()));
    }
    Ok(())
}

/// An empty date is the newest information again.
fn set_date(date: &str) -> Result<(), String> {
    let date = if date.is_empty() { None } else { Some(date.parse()?) };
    select::as_of(date);
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
            let hits = map.hit(x - left, y - top, super::input::slop(touch));
            under.is_some_and(|element| viewport.contains(Some(&element)))
                && hits.first().is_some_and(|hit| hit.id == id)
                && super::input::equals(&hits, touch).len() < 2
                && !map.is_on_lens(x - left, y - top, super::input::slop(touch), &hits)
        };
        let point = map.world.locate(map.camera(), id, map.look(), &clear);
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

/// Numbers as an array of the host's.
fn array(numbers: &[f64]) -> JsValue {
    numbers.iter().map(|number| JsValue::from_f64(*number)).collect::<Array>().into()
}

/// An object with these fields.
fn object(fields: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in fields {
        // A fresh object takes every field.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object
}

/// A message of the atlas: its kind and what it says.
fn message_of(kind: &str, says: &[(&str, JsValue)]) -> Object {
    Object::assign(&object(&[("atlas", 1.into()), ("type", kind.into())]), &object(says))
}

fn post(to: &Window, message: &Object) {
    // What is told is no secret, and a sandboxed host has no origin to name.
    let _ = to.post_message(message, "*");
}

/// Tells the host, where there is one.
fn tell(kind: &str, says: &[(&str, JsValue)]) {
    if let Ok(Some(parent)) = dom::window().parent()
        && dom::framed()
    {
        post(&parent, &message_of(kind, says));
    }
}

/// Tells the host what is selected.
pub fn tell_selected(id: Option<&str>) {
    tell("selected", &[("id", id.map_or(JsValue::NULL, JsValue::from))]);
}

/// Tells the host where the map looks.
pub fn tell_view(camera: &Camera) {
    let (lon, lat, zoom) = camera.at();
    let corners = [(0.0, 0.0), (camera.width, 0.0), (0.0, camera.height), (camera.width, camera.height)]
        .map(|(x, y)| Projection::unproject(camera.to_world(coord(x, y))));
    let west = corners.iter().map(|corner| corner.0).fold(f64::INFINITY, f64::min);
    let east = corners.iter().map(|corner| corner.0).fold(f64::NEG_INFINITY, f64::max);
    let south = corners.iter().map(|corner| corner.1).fold(f64::INFINITY, f64::min);
    let north = corners.iter().map(|corner| corner.1).fold(f64::NEG_INFINITY, f64::max);
    tell("view", &[("at", array(&[lon, lat, zoom])), ("bounds", array(&[west, south, east, north]))]);
}

/// Tells the host how tall the page would like to be: the map at its natural shape and the whole card below it.
/// It depends on the width of the frame and on the text, never on the height the frame has, so it cannot run away.
pub fn tell_height() {
    if !dom::framed() || scope().is_none() {
        return;
    }
    let Some(panel) = dom::find("[data-panel]") else { return };
    let width = f64::from(panel.offset_width());
    let text: f64 = {
        let children = panel.children();
        (0..children.length())
            .filter_map(|index| children.item(index))
            .map(|child| child.get_bounding_client_rect().height())
            .sum()
    };
    let selected = Shared::get().selection.get_untracked().is_some();
    let card = if selected { text.min(520.0) } else { text };
    let height = ((width * 0.62).clamp(260.0, 620.0) + card + 12.0).round() as i32;
    if HEIGHT.replace(height) == height {
        return;
    }
    tell("height", &[("px", height.into())]);
    if let Some(secret) = wordpress_secret()
        && let Ok(Some(parent)) = dom::window().parent()
    {
        let value = height.clamp(200, 1000).into();
        post(&parent, &object(&[("message", "height".into()), ("value", value), ("secret", secret.into())]));
    }
}

/// The secret that WordPress appends to the address of an embed.
fn wordpress_secret() -> Option<String> {
    let hash = dom::window().location().hash().ok()?;
    let secret = hash.split('?').find_map(|part| part.strip_prefix("secret="))?;
    let sound = !secret.is_empty() && secret.len() <= 32 && secret.bytes().all(|byte| byte.is_ascii_alphanumeric());
    sound.then(|| secret.to_string())
}
