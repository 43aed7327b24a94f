//! Light, dark or as the device: how the page shows it, and what the reader chose before.

use crate::dom;
use crate::state::Theme;
use atlas_map::scene::Palette;

const KEY: &str = "atlas-theme";

/// Puts a theme on the page.
pub(crate) fn show(theme: Theme) {
    let root = dom::root();
    let _ = match theme {
        Theme::Auto => root.remove_attribute("data-theme"),
        Theme::Light | Theme::Dark => root.set_attribute("data-theme", theme.name()),
    };
}

/// The theme that the reader chose before, if storage allows.
pub(crate) fn usual() -> Theme {
    let kept = storage().and_then(|storage| storage.get_item(KEY).ok().flatten());
    kept.and_then(|name| Theme::from_name(&name)).unwrap_or_default()
}

/// Keeps a theme for pages opened later; false where storage refuses.
pub(crate) fn keep(theme: Theme) -> bool {
    storage().is_some_and(|storage| storage.set_item(KEY, theme.name()).is_ok())
}

/// The palette that a theme means on this device now.
pub(crate) fn palette(theme: Theme) -> Palette {
    match theme {
        _ if dom::matches_media("(forced-colors: active)") => Palette::Forced,
        Theme::Dark => Palette::Dark,
        Theme::Auto if dom::matches_media("(prefers-color-scheme: dark)") => Palette::Dark,
        Theme::Light | Theme::Auto => Palette::Light,
    }
}

/// Storage, which a frame or a private window may refuse.
fn storage() -> Option<web_sys::Storage> {
    dom::window().local_storage().ok().flatten()
}
