//! Input on the map: pointers, the wheel, keys.

pub(crate) mod keyboard;
mod pointer;

use crate::dom;
use web_sys::HtmlElement;

/// Lets the map take input. `cooperative` leaves wheel and single finger to the page around the frame.
pub(crate) fn start(viewport: &HtmlElement, cooperative: bool) {
    let _ = viewport.set_attribute("tabindex", "0");
    pointer::listen(viewport, cooperative);
    dom::listen_active(viewport, "keydown", keyboard::on_map);
}
