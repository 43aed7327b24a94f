//! Messages between a host page and the map in its frame.

use super::select::{self, Manner};
use super::{address, dom, map, theme};
use crate::atlas::Target;
use crate::geometry::{Camera, Padding, Projection, Rect, coord};
use crate::ui::state::{Shared, scope};
use js_sys::Reflect;
use leptos::prelude::*;
use serde_json::{Value, json};
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
            && let Some(message) = read(&event.data())
        {
            receive(&message, &sender);
        }
    });
    tell(&json!({"atlas": 1, "type": "ready", "version": env!("CARGO_PKG_VERSION")}));
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

/// Reads a message object that is marked as ours; anything else is not for us.
fn read(data: &JsValue) -> Option<Value> {
    if !data.is_object() || Reflect::get(data, &"atlas".into()).ok()?.as_f64() != Some(1.0) {
        return None;
    }
    let text = js_sys::JSON::stringify(data).ok()?.as_string()?;
    serde_json::from_str(&text).ok()
}

/// The command of a message: its `type`, or the key that names it.
fn command(message: &Value) -> Option<&str> {
    const NAMES: [&str; 9] = ["select", "article", "view", "layers", "date", "theme", "lang", "locate", "project"];
    message.get("type").and_then(Value::as_str).or_else(|| NAMES.into_iter().find(|name| message.get(*name).is_some()))
}

fn receive(message: &Value, sender: &Window) {
    let Some(command) = command(message) else { return };
    // Both `{type: "select", id}` and `{select: {id}}` are understood.
    let body = message.get(command).filter(|body| body.is_object()).unwrap_or(message);
    let text = |name: &str| body.get(name).and_then(Value::as_str).unwrap_or_default().to_string();
    let outcome = match command {
        "select" => select_place(&text("id")),
        "article" => select_article(body.get("n").or_else(|| message.get("article"))),
        "view" => view(body),
        "layers" => layers(body.get("layers").unwrap_or(body)),
        "theme" => set_theme(message.get("theme").and_then(Value::as_str).unwrap_or(&text("theme"))),
        "lang" => set_lang(message.get("lang").and_then(Value::as_str).unwrap_or(&text("lang"))),
        "date" => set_date(message.get("date").and_then(Value::as_str).unwrap_or(&text("date"))),
        "locate" => {
            answer(sender, &locate(&text("id")));
            Ok(())
        }
        "project" => project(body).map(|points| answer(sender, &points)),
        _ => return,
    };
    if let Err(reason) = outcome {
        answer(sender, &json!({"atlas": 1, "type": "error", "message": reason}));
    }
}

fn select_place(id: &str) -> Result<(), String> {
    if id.is_empty() {
        select::open(crate::ui::route::Page::Home, Manner::message());
        return Ok(());
    }
    match select::select(Target::Place(id.to_string()), Manner::message()) {
        true => Ok(()),
        false => Err(format!("There is no place “{id}” in this atlas. data/atlas.geojson lists the ids.")),
    }
}

fn select_article(number: Option<&Value>) -> Result<(), String> {
    let number = number.and_then(|number| match number {
        Value::String(text) => text.split('.').next().and_then(|text| text.parse().ok()),
        other => other.as_u64(),
    });
    let number = number.and_then(|number| u8::try_from(number).ok());
    match number {
        Some(number) if select::select(Target::Article(number), Manner::message()) => Ok(()),
        _ => Err("Articles are numbered 0 (the preamble) to 47.".into()),
    }
}

fn numbers(value: &Value) -> Option<Vec<f64>> {
    match value {
        Value::Array(items) => items.iter().map(Value::as_f64).collect(),
        Value::String(text) => text.split(',').map(|number| number.trim().parse().ok()).collect(),
        _ => None,
    }
}

fn view(body: &Value) -> Result<(), String> {
    let size = map::with(|map| (map.camera().width, map.camera().height)).ok_or("The map is not ready.")?;
    let camera = if let Some(at) = body.get("at").and_then(numbers) {
        let text = at.iter().map(f64::to_string).collect::<Vec<_>>().join(",");
        address::parse_at(&text).map(|(lon, lat, zoom)| Camera::from_at(lon, lat, zoom, size.0, size.1))
    } else {
        body.get("bounds").and_then(bounds).map(|bounds| Camera::fit(bounds, size.0, size.1, Padding::default()))
    };
    let camera = camera.ok_or("A view is at: [longitude, latitude, zoom] or bounds: [west, south, east, north].")?;
    map::with(|map| map.jump(camera));
    Ok(())
}

/// West, south, east, north in degrees as a rectangle of the projection. Its edges are curves there, so that
/// their middles count too.
fn bounds(value: &Value) -> Option<Rect> {
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

fn layers(value: &Value) -> Result<(), String> {
    let names = match value {
        Value::Array(names) => names.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(","),
        Value::String(names) => names.clone(),
        _ => String::new(),
    };
    let shown = address::parse_layers(&names)
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
    let offered = crate::atlas::Lang::INTERFACE;
    let lang = offered
        .into_iter()
        .find(|lang| lang.code() == code)
        .ok_or_else(|| format!("This atlas is offered in {}.", offered.map(crate::atlas::Lang::code).join(" and ")))?;
    let (now, _) = address::edition();
    if lang != now
        && let Some((route, fragment)) = address::current()
    {
        let other = crate::ui::route::Route { lang, ..route };
        let _ = dom::window().location().replace(&format!("{}{}#{fragment}", address::base(), other.path()));
    }
    Ok(())
}

fn set_date(date: &str) -> Result<(), String> {
    date.parse::<crate::atlas::Day>().map(|_| ())
}

/// A point of the frame at which a click selects the place, if one is in view.
fn locate(id: &str) -> Value {
    let place = map::with(|map| {
        let rect = map.viewport().get_bounding_client_rect();
        let (left, top) = (rect.left(), rect.top());
        let viewport = map.viewport().clone();
        let clear = |x: f64, y: f64| {
            let under = dom::document().element_from_point((left + x) as f32, (top + y) as f32);
            let reachable = under.is_some_and(|element| viewport.contains(Some(&element)));
            let hits = map.hit(x, y, super::input::slop(false));
            reachable
                && hits.first().is_some_and(|hit| hit.id == id)
                && super::input::equals(&hits, false).len() < 2
        };
        let point = map.world.locate(map.camera(), id, &map.look().hidden, &clear);
        point.map(|(x, y)| (left + x, top + y))
    });
    let (x, y) = match place.flatten() {
        Some((x, y)) => (json!(x), json!(y)),
        None => (Value::Null, Value::Null),
    };
    json!({"atlas": 1, "type": "located", "id": id, "x": x, "y": y})
}

fn project(body: &Value) -> Result<Value, String> {
    let points = body.get("points").and_then(Value::as_array).ok_or("Points are [[longitude, latitude], …].")?;
    if points.len() > MANY {
        return Err(format!("At most {MANY} points are projected at a time."));
    }
    let projected = map::with(|map| {
        let rect = map.viewport().get_bounding_client_rect();
        let camera = map.camera();
        points
            .iter()
            .map(|point| {
                let [lon, lat] = numbers(point)?.try_into().ok()?;
                if !(-180.0..=180.0).contains(&lon) || !(-85.0..=85.0).contains(&lat) {
                    return None;
                }
                let screen = camera.to_screen(Projection::project(lon, lat));
                let inside = (0.0..=camera.width).contains(&screen.x) && (0.0..=camera.height).contains(&screen.y);
                inside.then(|| [rect.left() + screen.x, rect.top() + screen.y])
            })
            .collect::<Vec<Option<[f64; 2]>>>()
    });
    let projected = projected.ok_or("The map is not ready.")?;
    Ok(json!({"atlas": 1, "type": "projected", "points": projected}))
}

fn post(to: &Window, message: &Value) {
    if let Ok(object) = js_sys::JSON::parse(&message.to_string()) {
        // What is told is no secret, and a sandboxed host has no origin to name.
        let _ = to.post_message(&object, "*");
    }
}

fn answer(sender: &Window, message: &Value) {
    post(sender, message);
}

/// Tells the host, where there is one.
fn tell(message: &Value) {
    if let Ok(Some(parent)) = dom::window().parent()
        && dom::framed()
    {
        post(&parent, message);
    }
}

/// Tells the host what is selected.
pub fn tell_selected(id: Option<&str>) {
    tell(&json!({"atlas": 1, "type": "selected", "id": id}));
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
    tell(&json!({"atlas": 1, "type": "view", "at": [lon, lat, zoom], "bounds": [west, south, east, north]}));
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
    tell(&json!({"atlas": 1, "type": "height", "px": height}));
    if let Some(secret) = wordpress_secret()
        && let Ok(Some(parent)) = dom::window().parent()
    {
        post(&parent, &json!({"message": "height", "value": height.clamp(200, 1000), "secret": secret}));
    }
}

/// The secret that WordPress appends to the address of an embed.
fn wordpress_secret() -> Option<String> {
    let hash = dom::window().location().hash().ok()?;
    let secret = hash.split("?secret=").nth(1)?;
    let sound = !secret.is_empty() && secret.len() <= 32 && secret.bytes().all(|byte| byte.is_ascii_alphanumeric());
    sound.then(|| secret.to_string())
}
