//! Light, dark or as the device: chosen by the reader, the query or the host, kept where storage allows.

use super::dom;
use atlas_map::scene::Palette;

const KEY: &str = "atlas-theme";

/// Puts a theme on the page: `light`, `dark`, or `auto` for what the device prefers.
pub fn set(theme: &str) {
    let root = dom::root();
    let _ = match theme {
        "light" | "dark" => root.set_attribute("data-theme", theme),
        _ => root.remove_attribute("data-theme"),
    };
    label();
}

/// Restores the theme that the reader chose before, if storage allows.
pub fn restore() {
    if let Some(theme) = storage().and_then(|storage| storage.get_item(KEY).ok().flatten()) {
        set(&theme);
    }
    label();
}

/// Goes on to the next theme and remembers it.
pub fn cycle() {
    let next = match current().as_str() {
        "auto" => "light",
        "light" => "dark",
        _ => "auto",
    };
    set(next);
    if let Some(storage) = storage() {
        let _ = storage.set_item(KEY, next);
    }
}

/// The palette to paint with now.
pub fn palette() -> Palette {
    if dom::matches_media("(forced-colors: active)") {
        return Palette::Forced;
    }
    match current().as_str() {
        "dark" => Palette::Dark,
        "light" => Palette::Light,
        _ if dom::matches_media("(prefers-color-scheme: dark)") => Palette::Dark,
        _ => Palette::Light,
    }
}

fn current() -> String {
    dom::root().get_attribute("data-theme").unwrap_or_else(|| "auto".into())
}

/// Says on the button which theme is on.
fn label() {
    let Some(button) = dom::find("button.theme") else { return };
    let name = button.get_attribute(&format!("data-{}", current())).unwrap_or_default();
    let theme = button.get_attribute("aria-label").unwrap_or_default();
    let theme = theme.split(':').next().unwrap_or_default();
    let _ = button.set_attribute("aria-label", &format!("{theme}: {name}"));
    let _ = button.set_attribute("title", &format!("{theme}: {name}"));
}

/// Storage, which a frame or a private window may refuse.
fn storage() -> Option<web_sys::Storage> {
    dom::window().local_storage().ok().flatten()
}
