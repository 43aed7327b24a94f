//! The address bar: where the site begins, what the query asks for, and the history.

use super::dom;
use atlas_map::geometry::decimal::{self, fixed};
use atlas_model::route::{Page, Route};
use atlas_model::{Day, Lang, Layer, Target};
use std::cell::OnceCell;
use wasm_bindgen::JsValue;

thread_local! {
    static BASE: OnceCell<String> = const { OnceCell::new() };
}

/// The absolute address of the site, with a trailing slash. Settled before the first history entry is made.
pub fn base() -> String {
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
pub fn settle_links() {
    let Ok(links) = dom::document().query_selector_all("a[href], link[rel=icon], link[rel=alternate]") else { return };
    let here = dom::window().location().href().unwrap_or_default();
    for index in 0..links.length() {
        let Some(link) =
            links.item(index).and_then(|node| wasm_bindgen::JsCast::dyn_into::<web_sys::Element>(node).ok())
        else {
            continue;
        };
        let Some(href) = link.get_attribute("href").filter(|href| !href.starts_with('#')) else { continue };
        if let Ok(url) = web_sys::Url::new_with_base(&href, &here) {
            let _ = link.set_attribute("href", &url.href());
        }
    }
}

/// The route of an absolute address within this site, with its fragment.
pub fn route_of(href: &str) -> Option<(Route, String)> {
    let url = web_sys::Url::new(href).ok()?;
    let base = web_sys::Url::new(&base()).ok()?;
    if url.origin() != base.origin() {
        return None;
    }
    let path = url.pathname();
    let route = Route::from_path(path.strip_prefix(base.pathname().as_str())?)?;
    let fragment = url.hash().trim_start_matches('#').to_string();
    Some((route, fragment))
}

/// The route shown now, and the claim its fragment names, if any.
pub fn current() -> Option<(Route, String)> {
    route_of(&dom::window().location().href().ok()?)
}

/// The route of the page as it was served. Another may be shown by now: the loader answers clicks while the program is
/// still arriving.
pub fn served() -> Option<Route> {
    let route = |href: String| Some(route_of(&href)?.0);
    dom::root().get_attribute("data-served").map_or_else(|| Some(current()?.0), route)
}

/// What the query of the address asks for, and what of it was not understood.
#[derive(Debug, Default)]
pub struct Query {
    /// Centre (longitude, latitude in degrees) and zoom.
    pub at: Option<(f64, f64, f64)>,
    /// Layers to show; all others are hidden.
    pub layers: Option<Vec<Layer>>,
    /// The day as of which status is told.
    pub date: Option<Day>,
    /// `light`, `dark` or `auto`.
    pub theme: Option<String>,
    /// Parts that were not understood, as written.
    pub unknown: Vec<String>,
}

/// Reads the query of the page.
pub fn query() -> Query {
    let search = dom::window().location().search().unwrap_or_default();
    let mut query = Query::default();
    let Ok(parameters) = web_sys::UrlSearchParams::new_with_str(&search) else { return query };
    for part in search.trim_start_matches('?').split('&').filter(|part| !part.is_empty()) {
        let name = part.split('=').next().unwrap_or_default();
        let value = parameters.get(name).unwrap_or_default();
        let understood = match name {
            "at" => parse_at(&value).map(|at| query.at = Some(at)).is_some(),
            "layers" => parse_layers(&value).map(|layers| query.layers = Some(layers)).is_some(),
            "theme" => match value.as_str() {
                "light" | "dark" | "auto" => {
                    query.theme = Some(value.clone());
                    true
                }
                _ => false,
            },
            "date" => value.parse().map(|date| query.date = Some(date)).is_ok(),
            "q" => true,
            _ => false,
        };
        if !understood {
            let mut shown: String = part.chars().take(60).collect();
            if shown.len() < part.len() {
                shown.push('…');
            }
            query.unknown.push(shown);
        }
    }
    query
}

/// Reads `lon,lat,zoom`: degrees within the world, zoom between −2 and 12.
pub fn parse_at(text: &str) -> Option<(f64, f64, f64)> {
    let numbers: Option<Vec<f64>> = text.split(',').map(decimal::parse).collect();
    as_view(&numbers?)
}

/// Longitude, latitude and zoom, when that is what the numbers are.
pub fn as_view(numbers: &[f64]) -> Option<(f64, f64, f64)> {
    let [lon, lat, zoom] = *numbers else { return None };
    let sound = lon.abs() <= 180.0 && lat.abs() <= 85.0 && (-2.0..=12.0).contains(&zoom);
    sound.then_some((lon, lat, zoom))
}

/// Reads a list of layer names.
pub fn parse_layers(text: &str) -> Option<Vec<Layer>> {
    text.split(',').map(|name| Layer::from_name(name.trim())).collect()
}

/// Makes a history entry for a route. Never in a frame: the entry would be the host's.
pub fn push(route: &Route, fragment: &str) {
    let mut address = format!("{}{}", base(), route.path());
    if !fragment.is_empty() {
        address.push('#');
        address.push_str(fragment);
    }
    if dom::framed() || dom::window().location().href().is_ok_and(|here| here == address) {
        return;
    }
    if let Ok(history) = dom::window().history() {
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&address));
    }
}

/// Notes the view in the address.
pub fn note_view(lon: f64, lat: f64, zoom: f64) {
    rewrite("at=", Some(format!("at={},{},{}", fixed(lon, 3), fixed(lat, 3), fixed(zoom, 2))));
}

/// Takes the day of which status is told out of the address.
pub fn forget_date() {
    rewrite("date=", None);
}

/// Replaces the part of the query that begins so, without making an entry. Not in a frame, where nobody sees it.
fn rewrite(beginning: &str, part: Option<String>) {
    if dom::framed() {
        return;
    }
    let location = dom::window().location();
    let (Ok(path), Ok(search), Ok(hash)) = (location.pathname(), location.search(), location.hash()) else { return };
    let mut parts: Vec<String> = search
        .trim_start_matches('?')
        .split('&')
        .filter(|known| !known.is_empty() && !known.starts_with(beginning))
        .map(str::to_string)
        .collect();
    parts.extend(part);
    if let Ok(history) = dom::window().history() {
        let mark = if parts.is_empty() { "" } else { "?" };
        let address = [&path, mark, &parts.join("&"), &hash].concat();
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
    }
}

/// What a route and its fragment select: the page's own target, or the claim that the fragment names.
pub fn target_of(route: &Route, fragment: &str) -> Option<Target> {
    match (&route.page, fragment) {
        (Page::Source(_), claim) if !claim.is_empty() && !claim.starts_with('?') && claim != "text" => {
            Some(Target::Claim(claim.to_string()))
        }
        (page, _) => page.target(),
    }
}

/// The language and edition of this page.
pub fn edition() -> (Lang, bool) {
    let root = dom::root();
    let lang = root.get_attribute("lang").and_then(|code| Lang::from_code(&code)).unwrap_or_default();
    (lang, root.get_attribute("data-edition").as_deref() == Some("embed"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn views_are_read_or_refused() {
        assert_eq!(parse_at("46.2,38.9,4"), Some((46.2, 38.9, 4.0)));
        for bad in ["", "46,38", "46,38,4,1", "NaN,38,4", "46,98,4", "46,38,99", "a,b,c"] {
            assert_eq!(parse_at(bad), None, "{bad}");
        }
    }
}
