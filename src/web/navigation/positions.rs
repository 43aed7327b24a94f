//! Where the reader was in each entry of the history, so that going back leads there again: view, scroll position and
//! focus. Entries are known by their depth, which the browser keeps with them.

use crate::state::View;
use crate::{dom, map};
use std::cell::RefCell;
use web_sys::{Element, HtmlElement};

/// Frames in which what lies below may change its height until the reader is back.
const ATTEMPTS: u32 = 20;
/// Where the live text is.
const TEXT: &str = ".live";

/// Something that had the focus, found again in a page whose text was written anew.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct FocusTarget {
    selector: String,
    /// Which of those that the selector finds.
    index: usize,
}

/// Where the reader was.
#[derive(Clone, Debug)]
pub(crate) struct ReaderPosition {
    /// Where the map looked.
    pub view: View,
    panel: i32,
    window: f64,
    focus: Option<FocusTarget>,
    /// Where in the window that was, CSS pixels from its top; `None` where it does not scroll with the text.
    focus_top: Option<f64>,
}

#[derive(Default)]
struct Positions {
    depth: usize,
    by_depth: Vec<Option<ReaderPosition>>,
    /// What was just clicked; browsers differ in whether that has the focus.
    clicked: Option<FocusTarget>,
}

thread_local! {
    static POSITIONS: RefCell<Positions> = RefCell::default();
}

/// A selector of what is in the text that is read, not in the prerendered one hidden behind it.
pub(crate) fn within_text(selector: &str) -> String {
    format!("{TEXT} {selector}, .panel:not([data-live]) .prerendered {selector}")
}

impl FocusTarget {
    fn of(element: &Element) -> Option<FocusTarget> {
        let within = |selector: &str| element.closest(selector).ok().flatten().is_some();
        let selector = if within(".viewport") {
            ".viewport".to_string()
        } else if let Some(href) = element.get_attribute("href") {
            let link = format!("a[href=\"{}\"]", href.replace(['\\', '"'], ""));
            let region = [".feature-list", ".masthead"].into_iter().find(|region| within(region));
            region.map_or_else(|| within_text(&link), |region| format!("{region} {link}"))
        } else if element.tag_name() == "H1" {
            within_text("h1")
        } else {
            return None;
        };
        let index = dom::all(&selector).position(|found| &found == element)?;
        Some(FocusTarget { selector, index })
    }

    /// True where it scrolls with the text.
    fn is_in_text(&self) -> bool {
        self.selector.starts_with(TEXT)
    }

    /// The element, where the page still has it.
    pub(crate) fn find(&self) -> Option<HtmlElement> {
        use wasm_bindgen::JsCast;
        dom::all(&self.selector).nth(self.index)?.dyn_into().ok()
    }
}

impl ReaderPosition {
    fn now(clicked: Option<FocusTarget>) -> Option<ReaderPosition> {
        let (lon, lat, zoom) = map::with(|map| map.camera().at())?;
        let focus = clicked.or_else(|| FocusTarget::of(&dom::document().active_element()?));
        let in_text = focus.as_ref().filter(|focus| focus.is_in_text());
        Some(ReaderPosition {
            view: View { lon, lat, zoom },
            panel: dom::find("[data-panel]").map_or(0, |panel| panel.scroll_top()),
            window: dom::window().scroll_y().unwrap_or_default(),
            focus_top: in_text.and_then(FocusTarget::find).map(|element| element.get_bounding_client_rect().top()),
            focus,
        })
    }

    /// Puts the reader there again.
    pub(crate) fn restore(self) {
        let focused = self.focus.as_ref().and_then(FocusTarget::find);
        if let Some(element) = &focused {
            let options = web_sys::FocusOptions::new();
            options.set_prevent_scroll(true);
            let _ = element.focus_with_options(&options);
        }
        if let Some(panel) = dom::find("[data-panel]") {
            panel.set_scroll_top(self.panel);
        }
        dom::window().scroll_to_with_x_and_y(0.0, self.window);
        if let Some((element, top)) = focused.zip(self.focus_top) {
            keep_at(element, top, ATTEMPTS);
        }
    }
}

/// Scrolls until an element is so far from the top of the window, CSS pixels. Lists are laid out only when they come near
/// the window, and are then of another height, so this is looked at again for some frames.
fn keep_at(element: HtmlElement, top: f64, attempts: u32) {
    let away = || element.get_bounding_client_rect().top() - top;
    if let Some(panel) = dom::find("[data-panel]") {
        panel.set_scroll_top(panel.scroll_top() + away().round() as i32);
    }
    // Nothing is left where it is the panel that scrolls.
    dom::window().scroll_by_with_x_and_y(0.0, away());
    if attempts > 0 {
        dom::next_frame(move |_| keep_at(element, top, attempts - 1));
    }
}

/// Notes what was clicked, until the entry is left.
pub(crate) fn note_click(element: &Element) {
    POSITIONS.with_borrow_mut(|positions| positions.clicked = FocusTarget::of(element));
}

/// Notes where the reader is in the entry that is about to be left.
pub(crate) fn leave() {
    POSITIONS.with_borrow_mut(|positions| {
        let position = ReaderPosition::now(positions.clicked.take());
        let depth = positions.depth;
        positions.by_depth.resize(positions.by_depth.len().max(depth + 1), None);
        positions.by_depth[depth] = position;
    });
}

/// The depth of the entry of now.
pub(crate) fn depth() -> usize {
    POSITIONS.with_borrow(|positions| positions.depth)
}

/// Goes on at another depth. Whatever was noted there is of no use where the entry is new.
pub(crate) fn enter(depth: usize, is_new: bool) {
    POSITIONS.with_borrow_mut(|positions| {
        positions.depth = depth;
        positions.clicked = None;
        if is_new {
            positions.by_depth.truncate(depth);
        }
    });
}

/// Where the reader was in the entry of now when it was left.
pub(crate) fn here() -> Option<ReaderPosition> {
    POSITIONS.with_borrow(|positions| positions.by_depth.get(positions.depth).cloned().flatten())
}

/// What had the focus when what is read now was opened.
pub(crate) fn opener() -> Option<FocusTarget> {
    POSITIONS.with_borrow(|positions| {
        // A page in a frame makes no entries.
        let before = if dom::framed() { Some(positions.depth) } else { positions.depth.checked_sub(1) };
        positions.by_depth.get(before?)?.as_ref()?.focus.clone()
    })
}
