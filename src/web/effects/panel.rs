//! The text of the panel, and what goes with it: title, announcement, menu, what the host is told.

use crate::host::send;
use crate::signals::{Signals, scope};
use crate::state::PanelContent;
use crate::{app, dom};
use atlas_model::Target;
use atlas_model::route::Page;
use atlas_text::scope::Scope;
use atlas_text::{commentary, format, reader, titles};

/// Lets the panel tell of what is shown now, and title, screen reader and host of what is shown anew.
pub(super) fn show(anew: bool) {
    let (Some(cx), Some(state), Some(panel)) = (scope(), app::state(), dom::find("[data-panel]")) else { return };
    let text = match state.reading() {
        PanelContent::Static => None,
        PanelContent::Page(page) => reader::page(&cx, &page),
        PanelContent::Claim(id) => cx.atlas.claim(&id).map(|claim| commentary::claim(&cx, claim)),
    };
    if let (Some(text), Some(live)) = (text, dom::find(".live")) {
        live.set_inner_html(&text.into_string());
        let _ = panel.set_attribute("data-live", "");
    }
    if !anew {
        return;
    }
    let _ = match &state.selection {
        Some(Target::Place(id)) => panel.set_attribute("data-selected", id),
        _ => panel.remove_attribute("data-selected"),
    };
    mark_current(&cx, &state.page);
    let title = match &state.selection {
        Some(target) => titles::title(&cx, target),
        None => titles::page_title(&cx, &state.page),
    };
    dom::document().set_title(&format!("{title} · {}", cx.profile().title.get(cx.lang)));
    let announcement = match &state.selection {
        Some(Target::Place(id)) => {
            send::tell_selected(Some(id));
            format!("{title}, {}", cx.strings().selected())
        }
        Some(_) => {
            let count = format::digits(cx.strings(), &super::map::highlighted(&cx, &state).len().to_string());
            format!("{title}. {count} {}", cx.strings().lit_up())
        }
        None => {
            send::tell_selected(None);
            title
        }
    };
    Signals::get().announcement.set(announcement);
}

/// Marks the entry of the main menu that is shown.
fn mark_current(cx: &Scope, page: &Page) {
    let here = cx.href(page.clone());
    for link in dom::all(".masthead nav a") {
        let _ = if link.get_attribute("href").is_some_and(|href| href == here) {
            link.set_attribute("aria-current", "page")
        } else {
            link.remove_attribute("aria-current")
        };
    }
}
