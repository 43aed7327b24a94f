//! Where the reader is put in the text.

use crate::navigation::positions::{self, FocusTarget};
use crate::state::Reposition;
use crate::{app, dom};
use web_sys::HtmlElement;

/// Puts the reader somewhere, in the frame that lays a new text out anyway: now that would be done once more for it.
pub(super) fn reposition(reposition: Reposition, opener: Option<FocusTarget>) {
    if reposition == Reposition::Stay {
        return;
    }
    let back = if reposition == Reposition::Back { positions::here() } else { None };
    dom::next_frame(move |_| {
        if let Some(back) = back {
            return back.restore();
        }
        let named = (reposition == Reposition::Fragment)
            .then(|| app::read(|state| in_text(&state.fragment)).flatten())
            .flatten();
        if let Some(named) = named {
            named.scroll_into_view();
            return focus(&named);
        }
        if let Some(panel) = dom::find("[data-panel]") {
            panel.set_scroll_top(0);
        }
        dom::window().scroll_to_with_x_and_y(0.0, 0.0);
        match reposition {
            Reposition::Heading => dom::find(".live h1").iter().for_each(focus),
            Reposition::Opener => {
                let opener = opener.and_then(|opener| opener.find()).or_else(|| dom::find(".viewport"));
                if let Some(opener) = opener {
                    let _ = opener.focus();
                }
            }
            _ => {}
        }
    });
}

/// What a fragment names in the text that is read; hidden behind it the prerendered text may have the same.
pub(crate) fn in_text(id: &str) -> Option<HtmlElement> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_' || byte == b'.';
    let sound = !id.is_empty() && id.bytes().all(plain);
    sound.then(|| dom::find(&positions::within_text(&format!("[id=\"{id}\"]")))).flatten()
}

/// Moves the focus without scrolling, also to what cannot have it by itself.
fn focus(element: &HtmlElement) {
    if element.tab_index() < 0 && !element.has_attribute("tabindex") {
        let _ = element.set_attribute("tabindex", "-1");
    }
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}
