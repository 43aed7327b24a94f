//! What the host of a framed page is told.

use super::messages::{array, message_of, object, post};
use crate::signals::scope;
use crate::{app, dom};
use atlas_map::geometry::{Camera, Projection, coord};
use std::cell::Cell;
use wasm_bindgen::JsValue;

thread_local! {
    static HEIGHT: Cell<i32> = const { Cell::new(0) };
}

/// Tells the host that the map is ready.
pub(crate) fn tell_ready() {
    tell("ready", &[("version", env!("CARGO_PKG_VERSION").into())]);
    tell_height();
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
pub(crate) fn tell_selected(id: Option<&str>) {
    tell("selected", &[("id", id.map_or(JsValue::NULL, JsValue::from))]);
}

/// Tells the host where the map looks.
pub(crate) fn tell_view(camera: &Camera) {
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
pub(crate) fn tell_height() {
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
    let selected = app::read(|state| state.selection.is_some()) == Some(true);
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
