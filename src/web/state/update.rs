//! What each event makes of the state. Pure: the same state and event always make the same.

use super::address::Address;
use super::app_state::{AppState, hidden};
use super::event::{Event, OpenedBy};
use super::view::View;
use atlas_model::Target;
use atlas_model::route::Page;

/// What becomes of the address.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum History {
    /// It stays.
    #[default]
    Keep,
    /// It changes within the entry of the history.
    Replace,
    /// It makes an entry.
    Push,
}

/// Where the map goes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) enum Travel {
    /// Nowhere.
    #[default]
    Stay,
    /// Into the frame of what is shown.
    Frame,
    /// To a view.
    To(View),
}

/// Where the reader is put in the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Reposition {
    /// Nowhere else.
    #[default]
    Stay,
    /// At the beginning, the focus stays where it is.
    Top,
    /// At the beginning, with the focus on the heading.
    Heading,
    /// At what the fragment names, with the focus there.
    Fragment,
    /// At the beginning, with the focus on what opened the text that was closed.
    Opener,
    /// Where the reader was when this entry of the history was left.
    Back,
}

/// What a change of the state asks for besides showing it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Change {
    /// What becomes of the address.
    pub history: History,
    /// Where the map goes.
    pub travel: Travel,
    /// Where the reader is put.
    pub reposition: Reposition,
}

impl Change {
    fn replacing(when: bool) -> Change {
        Change { history: if when { History::Replace } else { History::Keep }, ..Change::default() }
    }
}

/// Lets something happen to the state.
pub(crate) fn update(state: &mut AppState, event: Event) -> Change {
    let before = state.address();
    match event {
        Event::Open { page, fragment, selection, by } => open(state, page, fragment, selection, by),
        Event::Arrive { address, selection, left } => arrive(state, address, selection, left),
        Event::Rest(view) => {
            state.view = view;
            Change::replacing(before != state.address())
        }
        Event::ShowDay(date) => {
            state.date = date;
            state.live |= state.page != Page::About;
            Change::replacing(before != state.address())
        }
        Event::ShowLayers(shown) => {
            state.hidden = hidden(Some(&shown), &state.layers);
            Change::replacing(before != state.address())
        }
        Event::Switch(layer, on) => {
            state.hidden.retain(|known| *known != layer);
            if !on {
                state.hidden.push(layer);
            }
            Change::replacing(before != state.address())
        }
        Event::UseTheme(theme) => {
            state.theme = theme;
            Change::replacing(before != state.address())
        }
        Event::NextTheme { kept } => {
            state.theme = state.theme.next();
            if kept {
                state.usual_theme = state.theme;
            }
            Change::replacing(before != state.address())
        }
        Event::Choose(places) => {
            state.chooser = places;
            Change::default()
        }
        Event::ToggleHelp => {
            state.help = !state.help;
            Change::default()
        }
        Event::Close => close(state),
        Event::Note(text) => {
            if !state.notes.contains(&text) {
                state.notes.push(text);
            }
            Change::default()
        }
        Event::CloseNote(index) => {
            if index < state.notes.len() {
                state.notes.remove(index);
            }
            Change::default()
        }
        Event::ShowHint(hint) => {
            state.hint = hint;
            Change::default()
        }
        Event::TextsArrived => {
            state.loading = false;
            Change::default()
        }
    }
}

fn open(state: &mut AppState, page: Page, fragment: String, selection: Option<Target>, by: OpenedBy) -> Change {
    let before = state.address();
    let is_within = state.page == page && state.selection == selection && by == OpenedBy::Link && !fragment.is_empty();
    state.chooser.clear();
    state.page = page;
    state.fragment = fragment;
    state.selection = selection;
    let history = match by {
        _ if state.address().route == before.route && state.fragment == before.fragment => History::Keep,
        OpenedBy::Host => History::Replace,
        OpenedBy::Map | OpenedBy::Link => History::Push,
    };
    // A place in the text that is read: the map stays, unless the place is a stop with a view of its own.
    if is_within && state.stop().is_none() {
        return Change { history, travel: Travel::Stay, reposition: Reposition::Fragment };
    }
    state.live |= !is_within;
    let reposition = match by {
        _ if names_place_in_text(state) => Reposition::Fragment,
        OpenedBy::Link => Reposition::Heading,
        OpenedBy::Map | OpenedBy::Host => Reposition::Top,
    };
    if by == OpenedBy::Map {
        return Change { history, travel: Travel::Stay, reposition };
    }
    state.view = None;
    Change { history, travel: Travel::Frame, reposition }
}

/// True when the fragment names a place within the text. A claim is a text of its own.
fn names_place_in_text(state: &AppState) -> bool {
    let is_claim = matches!(state.selection, Some(Target::Claim(_)));
    !is_claim && !state.fragment.is_empty() && !state.fragment.starts_with('?')
}

fn arrive(state: &mut AppState, address: Address, selection: Option<Target>, left: Option<View>) -> Change {
    let before = state.clone();
    let view_before = state.address().view;
    state.chooser.clear();
    state.page = address.route.page;
    state.fragment = address.fragment;
    state.selection = selection;
    state.view = address.view;
    state.hidden = hidden(address.layers.as_deref(), &state.layers);
    state.date = address.date;
    state.theme = address.theme.unwrap_or(state.usual_theme);
    state.search = address.search;
    let same_text = state.page == before.page && state.selection == before.selection;
    state.live |= state.page != Page::About && (!same_text || state.date != before.date);
    let same_frame = same_text && state.stop() == before.stop();
    let travel = match (left, state.view) {
        (Some(view), _) => Travel::To(view),
        (None, view) if same_frame && view == view_before => Travel::Stay,
        (None, Some(view)) => Travel::To(view),
        (None, None) => Travel::Frame,
    };
    let reposition = match left {
        Some(_) => Reposition::Back,
        None if names_place_in_text(state) => Reposition::Fragment,
        None if same_text => Reposition::Stay,
        None => Reposition::Top,
    };
    Change { history: History::Keep, travel, reposition }
}

fn close(state: &mut AppState) -> Change {
    if state.help {
        state.help = false;
    } else if !state.chooser.is_empty() {
        state.chooser.clear();
    } else if state.selection.is_some() {
        let view = state.view;
        open(state, Page::Home, String::new(), None, OpenedBy::Map);
        state.view = view;
        return Change { history: History::Push, travel: Travel::Stay, reposition: Reposition::Opener };
    }
    Change::default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::Theme;
    use crate::state::app_state::tests::layers;

    const VIEW: View = View { lon: 46.3, lat: 39.2, zoom: 5.0 };

    fn at(path: &str, query: &str, fragment: &str) -> AppState {
        let (address, unknown) = Address::read(path, query, fragment, &layers()).expect("a page");
        assert!(unknown.is_empty(), "{unknown:?}");
        AppState::at(address, Theme::Auto, layers(), |_| true)
    }

    fn place(id: &str, by: OpenedBy) -> Event {
        let page = Page::Place(id.into());
        Event::Open { selection: page.target(), page, fragment: String::new(), by }
    }

    fn arrival(path: &str, query: &str, fragment: &str, left: Option<View>) -> Event {
        let (address, _) = Address::read(path, query, fragment, &layers()).expect("a page");
        Event::Arrive { selection: address.target(), address, left }
    }

    #[test]
    fn the_date_stays_in_the_address_after_a_click() {
        let mut state = at("", "?date=2023-06-01&layers=towns", "");
        let change = update(&mut state, place("calais", OpenedBy::Map));
        assert_eq!(change.history, History::Push);
        assert_eq!(state.address().written(), "place/calais/?layers=towns&date=2023-06-01");
    }

    #[test]
    fn another_language_keeps_view_date_theme_and_layers() {
        let state = at("place/calais/", "?at=49,40,4&layers=towns&date=2023-06-01&theme=dark", "");
        let other = Address {
            route: atlas_model::route::Route { lang: atlas_model::Lang::new("fa"), ..state.address().route },
            ..state.address()
        };
        assert_eq!(other.written(), "fa/place/calais/?at=49.000,40.000,4.00&layers=towns&date=2023-06-01&theme=dark");
    }

    #[test]
    fn the_frame_of_the_page_takes_the_view_out_of_the_address() {
        let mut state = at("", "", "");
        assert_eq!(update(&mut state, Event::Rest(Some(VIEW))).history, History::Replace);
        assert_eq!(state.address().written(), "?at=46.300,39.200,5.00");
        assert_eq!(update(&mut state, Event::Rest(Some(VIEW))).history, History::Keep, "nothing has changed");
        assert_eq!(update(&mut state, Event::Rest(None)).history, History::Replace);
        assert_eq!(state.address().written(), "");
    }

    #[test]
    fn layer_switches_reach_the_address() {
        let mut state = at("", "", "");
        let change = update(&mut state, Event::Switch(0, false));
        assert_eq!(change.history, History::Replace);
        assert_eq!(state.address().written(), "?layers=waters,towns");
        update(&mut state, Event::Switch(0, true));
        assert_eq!(state.address().written(), "");
    }

    #[test]
    fn going_back_leads_to_the_view_that_was_left() {
        let mut state = at("place/calais/", "", "");
        let change = update(&mut state, arrival("", "", "", Some(VIEW)));
        assert_eq!(change, Change { history: History::Keep, travel: Travel::To(VIEW), reposition: Reposition::Back });
        assert_eq!(state.selection, None);
        let change = update(&mut state, arrival("place/calais/", "?at=46.3,39.2,5", "", None));
        assert_eq!(change.travel, Travel::To(VIEW), "without a memory the address tells");
        assert_eq!(state.view, Some(VIEW));
        assert_eq!(update(&mut state, arrival("place/calais/", "", "", None)).travel, Travel::Frame);
    }

    #[test]
    fn a_fragment_moves_the_reader_and_not_the_map() {
        let mut state = at("treaty/12/", "?at=46.3,39.2,5", "");
        let change = update(&mut state, arrival("treaty/12/", "?at=46.3,39.2,5", "s3", None));
        assert_eq!(change, Change { history: History::Keep, travel: Travel::Stay, reposition: Reposition::Fragment });
        assert!(!state.live, "the prerendered text stays");
        let page = Page::Article(12);
        let link = Event::Open { selection: page.target(), page, fragment: "s2".into(), by: OpenedBy::Link };
        let change = update(&mut state, link);
        assert_eq!(change, Change { history: History::Push, travel: Travel::Stay, reposition: Reposition::Fragment });
        assert_eq!(state.view, Some(VIEW));
    }

    #[test]
    fn a_stop_of_a_tour_has_a_frame_of_its_own() {
        let mut state = at("tour/walk/", "", "");
        let stop = Event::Open {
            page: Page::Tour("walk".into()),
            selection: None,
            fragment: "stop-2".into(),
            by: OpenedBy::Link,
        };
        let change = update(&mut state, stop);
        assert_eq!(change, Change { history: History::Push, travel: Travel::Frame, reposition: Reposition::Fragment });
        assert_eq!(state.stop(), Some(2));
        assert_eq!(update(&mut state, arrival("tour/walk/", "", "stop-1", None)).travel, Travel::Frame);
    }

    #[test]
    fn escape_closes_what_lies_on_top_and_gives_the_focus_back() {
        let mut state = at("place/calais/", "", "");
        update(&mut state, Event::ToggleHelp);
        update(&mut state, Event::Choose(vec!["calais".into(), "north-sea".into()]));
        assert_eq!(update(&mut state, Event::Close), Change::default());
        assert!(!state.help && !state.chooser.is_empty());
        update(&mut state, Event::Close);
        assert!(state.chooser.is_empty() && state.can_close());
        let change = update(&mut state, Event::Close);
        assert_eq!(change, Change { history: History::Push, travel: Travel::Stay, reposition: Reposition::Opener });
        assert_eq!((&state.page, state.can_close()), (&Page::Home, false));
        assert_eq!(update(&mut state, Event::Close), Change::default());
    }

    #[test]
    fn a_link_moves_the_map_and_a_click_on_it_does_not() {
        let mut state = at("", "?at=46.3,39.2,5", "");
        assert_eq!(update(&mut state, place("calais", OpenedBy::Map)).travel, Travel::Stay);
        assert_eq!(state.view, Some(VIEW));
        let change = update(&mut state, place("brittany", OpenedBy::Link));
        assert_eq!((change.travel, change.reposition, state.view), (Travel::Frame, Reposition::Heading, None));
        assert_eq!(update(&mut state, place("brittany", OpenedBy::Link)).history, History::Keep, "once is enough");
        assert_eq!(update(&mut state, place("calais", OpenedBy::Host)).history, History::Replace);
    }

    #[test]
    fn a_theme_that_storage_keeps_is_not_told_in_the_address() {
        let mut state = at("", "?theme=dark", "");
        update(&mut state, Event::NextTheme { kept: true });
        assert_eq!((state.theme, state.address().written().as_str()), (Theme::Auto, ""));
        update(&mut state, Event::NextTheme { kept: false });
        assert_eq!(state.address().written(), "?theme=light");
    }

    #[test]
    fn a_day_makes_the_text_live_but_on_the_page_about_the_atlas() {
        let mut state = at("place/calais/", "", "");
        update(&mut state, Event::ShowDay("2023-06-01".parse().ok()));
        assert!(state.live);
        let mut about = at("about/", "?date=2023-06-01", "");
        update(&mut about, Event::ShowDay(None));
        assert!(!about.live);
    }
}
