//! Warms up for the first click.
//!
//! A browser compiles a function when it is first called, and asks for a font when a text is first laid out in it. By the
//! time the map works none of that has been done for the text of a place, so that the first click would take about twice
//! as long as the next. The text of a place is therefore written and laid out once, unseen, while the reader still looks.

use crate::signals::scope;
use crate::{app, dom};
use atlas_model::{Target, important};
use atlas_text::reader;

/// Goes through the text of a place in idle moments, unless the reader has opened one by then.
pub(crate) fn soon() {
    dom::when_idle(|| {
        let Some(text) = text() else { return };
        dom::when_idle(move || lay_out(&text));
    });
}

/// The text of the most important place.
fn text() -> Option<String> {
    let cx = scope()?;
    if app::read(|state| state.live) != Some(false) {
        return None;
    }
    let place = *important(cx.atlas.features.iter(), 1).first()?;
    Some(reader::target(&cx, &Target::Place(place.id.clone()))?.into_string())
}

/// Lays a text out where the panel has its texts. Gone before anything is painted or read out.
fn lay_out(text: &str) {
    let Some(panel) = dom::find(".text") else { return };
    let Ok(unseen) = dom::document().create_element("div") else { return };
    unseen.set_class_name("unseen");
    unseen.set_inner_html(text);
    if panel.append_child(&unseen).is_ok() {
        // The question makes the browser lay it out.
        let _ = unseen.get_bounding_client_rect();
        unseen.remove();
    }
}
