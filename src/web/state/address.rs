//! The address as a function of the state, and back. Pure: `location.rs` knows where the browser keeps it.

use super::theme::Theme;
use super::view::View;
use atlas_model::route::{Page, Route};
use atlas_model::{Day, Target};

/// Everything that an address within the site can say.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Address {
    /// Page, language and edition.
    pub route: Route,
    /// Fragment, without its mark.
    pub fragment: String,
    /// `at`: where the map looks.
    pub view: Option<View>,
    /// `layers`: ids of those that are shown; all others are hidden.
    pub layers: Option<Vec<String>>,
    /// `date`: the day as of which status is told.
    pub date: Option<Day>,
    /// `theme`: the colours.
    pub theme: Option<Theme>,
    /// `q`: what is looked for.
    pub search: Option<String>,
}

/// What others append to addresses to follow readers: no part of our grammar, and no mistake of the reader's.
const APPENDED: [&str; 22] = [
    "fbclid",
    "gclid",
    "gbraid",
    "wbraid",
    "gad_source",
    "dclid",
    "msclkid",
    "yclid",
    "ysclid",
    "twclid",
    "ttclid",
    "li_fat_id",
    "igshid",
    "igsh",
    "mc_cid",
    "mc_eid",
    "ref",
    "ref_src",
    "ref_url",
    "si",
    "_ga",
    "_gl",
];

impl Address {
    /// The plain address of a route.
    pub(crate) fn of(route: Route) -> Address {
        Address { route, fragment: String::new(), view: None, layers: None, date: None, theme: None, search: None }
    }

    /// Reads a path below the base of the site, a query and a fragment, with the parts of the query that were not
    /// understood, shortened. `None` for paths that no page can have. `layers` are those of the atlas.
    pub(crate) fn read(path: &str, query: &str, fragment: &str, layers: &[String]) -> Option<(Address, Vec<String>)> {
        let mut address = Address::of(Route::from_path(path)?);
        address.fragment = fragment.trim_start_matches('#').to_string();
        let parts = query.trim_start_matches('?').split('&').filter(|part| !part.is_empty());
        let unknown = parts.filter(|part| !address.take(part, layers)).map(shortened).collect();
        Some((address, unknown))
    }

    /// Takes in a part of a query; false when it is not understood.
    fn take(&mut self, part: &str, layers: &[String]) -> bool {
        let (name, value) = form_urlencoded::parse(part.as_bytes()).next().unwrap_or_default();
        match &*name {
            "at" => View::read(&value).map(|view| self.view = Some(view)).is_some(),
            "layers" => read_layers(&value, layers).map(|shown| self.layers = Some(shown)).is_some(),
            "date" => value.parse().map(|date| self.date = Some(date)).is_ok(),
            "theme" => Theme::from_name(&value).map(|theme| self.theme = Some(theme)).is_some(),
            "q" => {
                self.search = Some(value.into_owned());
                true
            }
            _ => name.starts_with("utm_") || APPENDED.contains(&&*name),
        }
    }

    /// What follows the base of the site.
    pub(crate) fn written(&self) -> String {
        let parts = [
            self.view.map(|view| format!("at={}", view.written())),
            self.layers.as_ref().map(|layers| format!("layers={}", layers.join(","))),
            self.date.map(|date| format!("date={date}")),
            self.theme.map(|theme| format!("theme={}", theme.name())),
            self.search.as_ref().map(|search| {
                form_urlencoded::byte_serialize(search.as_bytes()).fold("q=".to_string(), |query, part| query + part)
            }),
        ];
        let mut address = self.route.path();
        for (index, part) in parts.into_iter().flatten().enumerate() {
            address.push(if index == 0 { '?' } else { '&' });
            address.push_str(&part);
        }
        if !self.fragment.is_empty() {
            address.push('#');
            address.push_str(&self.fragment);
        }
        address
    }

    /// What it selects: the page's own target, or the claim that the fragment names.
    pub(crate) fn target(&self) -> Option<Target> {
        match (&self.route.page, self.fragment.as_str()) {
            (Page::Source(_), claim) if !claim.is_empty() && !claim.starts_with('?') && claim != "text" => {
                Some(Target::Claim(claim.to_string()))
            }
            (page, _) => page.target(),
        }
    }
}

/// Reads a list of ids of layers; nothing between the commas is an empty list, `None` when the atlas lacks one.
pub(crate) fn read_layers(text: &str, layers: &[String]) -> Option<Vec<String>> {
    text.split(',')
        .filter(|id| !text.is_empty() || !id.is_empty())
        .map(|id| layers.iter().find(|layer| *layer == id.trim()).cloned())
        .collect()
}

/// A part of an address as it is shown to the reader.
fn shortened(part: &str) -> String {
    let mut shown: String = part.chars().take(60).collect();
    if shown.len() < part.len() {
        shown.push('…');
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::AppState;
    use crate::state::app_state::tests::layers;
    use atlas_model::Lang;
    use proptest::prelude::*;

    fn read(path: &str, query: &str, fragment: &str) -> (Address, Vec<String>) {
        Address::read(path, query, fragment, &layers()).expect("a page")
    }

    #[test]
    fn views_are_read_or_refused() {
        assert_eq!(View::read("46.2,38.9,4"), Some(View { lon: 46.2, lat: 38.9, zoom: 4.0 }));
        for bad in ["", "46,38", "46,38,4,1", "NaN,38,4", "46,98,4", "46,38,99", "a,b,c"] {
            assert_eq!(View::read(bad), None, "{bad}");
        }
    }

    #[test]
    fn what_others_append_is_no_mistake() {
        let appended = "?utm_source=x&utm_campaign=y&fbclid=1&gclid=2&mc_cid=3&mc_eid=4&igshid=5&ref=6&ref_src=7&yclid=8&msclkid=9&dclid=10&twclid=11&si=12";
        let (address, unknown) = read("", &format!("{appended}&theme=dark"), "");
        assert_eq!(unknown, Vec::<String>::new());
        assert_eq!(address.written(), "?theme=dark", "it does not stay in the address");
    }

    #[test]
    fn mistakes_are_named() {
        let (address, unknown) = read("place/calais/", "?at=x&foo=1&date=2026-99-99&layers=weather&theme=pink", "");
        assert_eq!(unknown, ["at=x", "foo=1", "date=2026-99-99", "layers=weather", "theme=pink"]);
        assert_eq!(address.written(), "place/calais/");
        let (_, unknown) = read("", &format!("?{}", "ж".repeat(100)), "");
        assert_eq!(unknown[0].chars().count(), 61);
    }

    #[test]
    fn escapes_are_read() {
        let (address, _) = read("", "?at=46.3%2C39.2%2C5&q=%D8%AE%D8%B2%D8%B1+sea&date=%zz", "");
        assert_eq!(address.view, Some(View { lon: 46.3, lat: 39.2, zoom: 5.0 }));
        assert_eq!(address.search.as_deref(), Some("خزر sea"));
    }

    #[test]
    fn all_layers_off_is_an_address_too() {
        let (address, unknown) = read("", "?layers=", "");
        assert_eq!((address.layers.clone(), unknown.len()), (Some(Vec::new()), 0));
        assert_eq!(address.written(), "?layers=");
        assert_eq!(read_layers("towns,,roads", &layers()), None);
    }

    #[test]
    fn what_wordpress_appends_selects_nothing() {
        let (address, _) = read("embed/commentary/smith/", "", "#?secret=abc");
        assert_eq!(address.target(), Some(Target::Source("smith".into())));
        assert_eq!(read("commentary/smith/", "", "#smith-3").0.target(), Some(Target::Claim("smith-3".into())));
        assert_eq!(read("commentary/smith/", "", "#text").0.target(), Some(Target::Source("smith".into())));
    }

    fn addresses() -> impl Strategy<Value = Address> {
        let pages = prop_oneof![
            Just(Page::Home),
            "[a-z][a-z-]{0,8}".prop_map(Page::Place),
            (0..60u8).prop_map(Page::Article),
            "[a-z]{1,8}".prop_map(Page::Source),
            "[a-z]{1,8}".prop_map(Page::Tour),
        ];
        let views = (-180_000..180_000i32, -85_000..85_000i32, -200..1200i32).prop_map(|(lon, lat, zoom)| View {
            lon: f64::from(lon) / 1000.0,
            lat: f64::from(lat) / 1000.0,
            zoom: f64::from(zoom) / 100.0,
        });
        let days = (1900..2100u32, 1..13u32, 1..29u32)
            .prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}").parse().expect("a day"));
        let layers = proptest::sample::subsequence(layers(), 0..layers().len());
        let themes = prop_oneof![Just(Theme::Light), Just(Theme::Dark)];
        let langs = prop_oneof![Just(Lang::ENGLISH), Just(Lang::new("fa"))];
        (
            (pages, langs, any::<bool>(), "[a-z0-9-]{0,8}"),
            proptest::option::of(views),
            proptest::option::of(layers),
            proptest::option::of(days),
            proptest::option::of(themes),
            proptest::option::of("\\PC{0,12}"),
        )
            .prop_map(|((page, lang, embed, fragment), view, layers, date, theme, search)| Address {
                route: Route { page, lang, embed },
                fragment,
                view,
                layers,
                date,
                theme,
                search,
            })
    }

    proptest! {
        #[test]
        fn the_address_leads_to_the_state_that_it_was_made_of(address in addresses()) {
            let written = address.written();
            let (rest, fragment) = written.split_once('#').unwrap_or((&written, ""));
            let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
            let (again, unknown) = read(path, query, fragment);
            prop_assert_eq!(&again, &address);
            prop_assert!(unknown.is_empty());
            let state = AppState::at(again, Theme::Auto, layers(), |_| true);
            prop_assert_eq!(&state.address(), &address);
            prop_assert_eq!(state.address().written(), written);
        }

        #[test]
        fn whatever_is_appended_does_no_harm(query in "\\PC{0,40}", fragment in "\\PC{0,20}") {
            let (address, _) = read("place/calais/", &query, &fragment);
            let known = read("place/calais/", address.written().trim_start_matches("place/calais/").split('#').next().unwrap_or_default(), &address.fragment).0;
            prop_assert_eq!(known, address);
        }
    }
}
