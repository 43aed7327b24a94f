//! The address bar and the history: where the site begins, what is asked for, and what is written there.

use super::positions;
use crate::state::{Address, AppState, History};
use crate::{dom, signals};
use atlas_model::Lang;
use std::cell::OnceCell;
use wasm_bindgen::JsValue;

thread_local! {
    static BASE: OnceCell<String> = const { OnceCell::new() };
}

/// The absolute address of the site, with a trailing slash. Settled before the first history entry is made.
pub(crate) fn base() -> String {
    BASE.with(|base| {
        base.get_or_init(|| {
            let here = dom::window().location().href().unwrap_or_default();
            let to_base = dom::root().get_attribute("data-base").unwrap_or_default();
            web_sys::Url::new_with_base(if to_base.is_empty() { "./" } else { &to_base }, &here)
                .map(|url| url.href())
                .unwrap_or(here)
        })
        .clone()
    })
}

/// Makes every link of the page absolute, its icon's included, so that links survive a change of the address.
pub(crate) fn settle_links() {
    let here = dom::window().location().href().unwrap_or_default();
    for link in dom::all("a[href], link[rel=icon], link[rel=alternate]") {
        let Some(href) = link.get_attribute("href").filter(|href| !href.starts_with('#')) else { continue };
        if let Ok(url) = web_sys::Url::new_with_base(&href, &here) {
            let _ = link.set_attribute("href", &url.href());
        }
    }
}

/// What an absolute address within this site says, and what of its query was not understood.
pub(crate) fn read(href: &str) -> Option<(Address, Vec<String>)> {
    let url = web_sys::Url::new(href).ok()?;
    let base = web_sys::Url::new(&base()).ok()?;
    if url.origin() != base.origin() {
        return None;
    }
    let path = url.pathname();
    Address::read(path.strip_prefix(base.pathname().as_str())?, &url.search(), &url.hash(), &layers())
}

/// Ids of the layers of the atlas, which addresses may name.
pub(crate) fn layers() -> Vec<String> {
    signals::wording().profile.layer_ids().map(str::to_string).collect()
}

/// What the address says now.
pub(crate) fn here() -> Option<(Address, Vec<String>)> {
    read(&dom::window().location().href().ok()?)
}

/// The page as it was served. Another may be shown by now: the loader answers clicks while the program is still
/// arriving.
pub(crate) fn served() -> Option<Address> {
    match dom::root().get_attribute("data-served") {
        Some(href) => read(&href),
        None => here(),
    }
    .map(|(address, _)| address)
}

/// The language and edition of this page.
pub(crate) fn edition() -> (Lang, bool) {
    let root = dom::root();
    let lang = root.get_attribute("lang").and_then(|code| Lang::from_code(&code)).unwrap_or_default();
    (lang, root.get_attribute("data-edition").as_deref() == Some("embed"))
}

/// The depth that the browser keeps with the entry of now.
fn kept_depth() -> Option<usize> {
    let depth = dom::window().history().ok()?.state().ok()?.as_f64()?;
    (depth >= 0.0).then_some(depth as usize)
}

/// Begins to keep the history. Where the reader was in each entry is known here better than to the browser.
pub(crate) fn begin() {
    if dom::framed() {
        return;
    }
    let Ok(history) = dom::window().history() else { return };
    match kept_depth() {
        Some(depth) => positions::enter(depth, true),
        None => keep(&history, None),
    }
    let _ = history.set_scroll_restoration(web_sys::ScrollRestoration::Manual);
    // The next document, or this one opened again, is scrolled by the browser.
    dom::listen(&dom::window(), "pagehide", |_: web_sys::Event| {
        if let Ok(history) = dom::window().history() {
            let _ = history.set_scroll_restoration(web_sys::ScrollRestoration::Auto);
        }
    });
}

/// Keeps the depth with the entry of now, under an address where it changes.
fn keep(history: &web_sys::History, address: Option<&str>) {
    let _ = history.replace_state_with_url(&JsValue::from_f64(positions::depth() as f64), "", address);
}

/// Follows the browser to another entry, or to the new one that a change of the fragment has made.
pub(crate) fn follow() {
    positions::leave();
    match kept_depth() {
        Some(depth) => positions::enter(depth, false),
        None => {
            positions::enter(positions::depth() + 1, true);
            if let Ok(history) = dom::window().history() {
                keep(&history, None);
            }
        }
    }
}

/// Writes the address of a state. Never in a frame: entries would be the host's, and nobody sees the address.
pub(crate) fn write(how: History, state: &AppState) {
    if how == History::Keep || dom::framed() {
        return;
    }
    let Ok(history) = dom::window().history() else { return };
    let address = format!("{}{}", base(), state.address().written());
    if how == History::Push {
        positions::enter(positions::depth() + 1, true);
        let depth = JsValue::from_f64(positions::depth() as f64);
        let _ = history.push_state_with_url(&depth, "", Some(&address));
    } else {
        keep(&history, Some(&address));
    }
}
