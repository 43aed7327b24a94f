//! The one state of a page: what it shows, as far as that can change. Pure; nothing here knows a browser.

use super::address::Address;
use super::theme::Theme;
use super::view::View;
use atlas_model::route::{Page, Route};
use atlas_model::{Day, Lang, Target};

/// What the reading panel shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum PanelContent {
    /// The prerendered text, as it came with the page.
    Static,
    /// The text of a page.
    Page(Page),
    /// A single claim.
    Claim(String),
}

/// What a gesture would need, told over the map of a framed page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hint {
    /// The wheel zooms with the control key.
    Wheel,
    /// Two fingers move the map.
    Touch,
}

/// Everything of a page that can change.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct AppState {
    /// The page that is read.
    pub page: Page,
    /// What is selected, if the atlas has it.
    pub selection: Option<Target>,
    /// The fragment of the address, without its mark.
    pub fragment: String,
    /// Where the reader moved the map to; `None` is the frame of the page.
    pub view: Option<View>,
    /// The day as of which status is told; `None` is the newest information.
    pub date: Option<Day>,
    /// Ids of all layers of the atlas, in reading order.
    pub layers: Vec<String>,
    /// Places of the layers that are left out, in [`layers`](AppState::layers).
    pub hidden: Vec<u8>,
    /// The colours now.
    pub theme: Theme,
    /// The colours of a page whose address asks for none: what the reader chose before.
    pub usual_theme: Theme,
    /// Language of the page. Another one is another document.
    pub lang: Lang,
    /// True for the edition that goes into a frame.
    pub embed: bool,
    /// What the address looks for.
    pub search: Option<String>,
    /// The live text stands in for the prerendered one.
    pub live: bool,
    /// The places under one finger that are to be chosen from, nearest first; empty while there is no choice.
    pub chooser: Vec<String>,
    /// Messages that stay until the reader closes them.
    pub notes: Vec<String>,
    /// The list of keys is open.
    pub help: bool,
    /// A hint about gestures, while it shows.
    pub hint: Option<Hint>,
    /// The texts of the atlas are still on their way.
    pub loading: bool,
}

impl AppState {
    /// The state that an address asks for, where without its asking the colours are the usual ones. `known` tells
    /// whether the atlas has a target; `layers` are its layers.
    pub(crate) fn at(
        address: Address,
        usual_theme: Theme,
        layers: Vec<String>,
        known: impl Fn(&Target) -> bool,
    ) -> AppState {
        let selection = address.target().filter(known);
        let Address { route, fragment, view, layers: shown, date, theme, search } = address;
        AppState {
            // What is told as of a day is not what was prerendered.
            live: date.is_some() && route.page != Page::About,
            page: route.page,
            selection,
            fragment,
            view,
            date,
            hidden: hidden(shown.as_deref(), &layers),
            layers,
            theme: theme.unwrap_or(usual_theme),
            usual_theme,
            lang: route.lang,
            embed: route.embed,
            search,
            chooser: Vec::new(),
            notes: Vec::new(),
            help: false,
            hint: None,
            loading: true,
        }
    }

    /// The address that leads here.
    pub(crate) fn address(&self) -> Address {
        let shown = || {
            let shown = self.layers.iter().enumerate().filter(|(place, _)| !self.hidden.contains(&(*place as u8)));
            shown.map(|(_, layer)| layer.clone()).collect()
        };
        Address {
            route: Route { page: self.page.clone(), lang: self.lang, embed: self.embed },
            fragment: self.fragment.clone(),
            // As exact as it is told, so that addresses compare as they read.
            view: self.view.and_then(|view| View::read(&view.written())),
            layers: (!self.hidden.is_empty()).then(shown),
            date: self.date,
            theme: (self.theme != self.usual_theme).then_some(self.theme),
            search: self.search.clone(),
        }
    }

    /// What the panel shows.
    pub(crate) fn reading(&self) -> PanelContent {
        match &self.selection {
            _ if !self.live => PanelContent::Static,
            Some(Target::Claim(id)) => PanelContent::Claim(id.clone()),
            _ => PanelContent::Page(self.page.clone()),
        }
    }

    /// The number of the tour's stop that is shown, counted from 1.
    pub(crate) fn stop(&self) -> Option<usize> {
        match self.page {
            Page::Tour(_) => self.fragment.strip_prefix("stop-")?.parse().ok(),
            _ => None,
        }
    }

    /// True while Escape has something to close.
    pub(crate) fn can_close(&self) -> bool {
        self.help || !self.chooser.is_empty() || self.selection.is_some()
    }
}

/// Places of the layers that are left out where these are asked for; none where nothing is asked.
pub(super) fn hidden(shown: Option<&[String]>, all: &[String]) -> Vec<u8> {
    let Some(shown) = shown else { return Vec::new() };
    all.iter().enumerate().filter(|(_, layer)| !shown.contains(layer)).map(|(place, _)| place as u8).collect()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// The layers of a small atlas.
    pub(crate) fn layers() -> Vec<String> {
        ["roads", "waters", "towns"].map(str::to_string).to_vec()
    }

    #[test]
    fn layers_that_are_not_asked_for_are_hidden() {
        let address =
            Address { layers: Some(vec!["waters".into()]), ..Address::of(Route::new(Page::Home, Lang::ENGLISH)) };
        let state = AppState::at(address, Theme::Auto, layers(), |_| true);
        assert_eq!(state.hidden, [0, 2]);
        assert_eq!(state.address().layers, Some(vec!["waters".to_string()]));
    }
}
