//! Canvas elements and where they are put.

use crate::dom;
use atlas_map::geometry::decimal::fixed;
use wasm_bindgen::JsCast;
use web_sys::{HtmlCanvasElement, HtmlElement};

/// An element that is not in the page yet.
pub(super) fn element(name: &str, class: &str) -> Option<HtmlElement> {
    let element: HtmlElement = dom::document().create_element(name).ok()?.dyn_into().ok()?;
    element.set_class_name(class);
    Some(element)
}

/// A canvas of this width and height in CSS pixels.
pub(super) fn canvas(class: &str, size: [f64; 2], ratio: f64) -> Option<HtmlCanvasElement> {
    let canvas: HtmlCanvasElement = element("canvas", class)?.dyn_into().ok()?;
    let [width, height] = size.map(|side| (side * ratio).round());
    resize(&canvas, width, height, ratio);
    Some(canvas)
}

/// Gives a canvas a size in device pixels.
pub(super) fn resize(canvas: &HtmlCanvasElement, width: f64, height: f64, ratio: f64) {
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let style = canvas.style();
    let _ = style.set_property("width", &[&*fixed(width / ratio, 4), "px"].concat());
    let _ = style.set_property("height", &[&*fixed(height / ratio, 4), "px"].concat());
}

/// Lets the compositor move an element to a position and stretch it about its corner.
pub(super) fn put(element: &HtmlElement, x: f64, y: f64, stretch: f64) {
    let transform = format!("translate({}px, {}px) scale({})", fixed(x, 3), fixed(y, 3), fixed(stretch, 6));
    let _ = element.style().set_property("transform", &transform);
}
