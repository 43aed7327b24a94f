//! Ways to ask for something: a link, a place under a pointer, a message, the history. Each becomes an event.

use crate::navigation::{location, positions};
use crate::signals::scope;
use crate::state::{Address, AppState, Event, OpenedBy};
use crate::{app, dom, effects, map, theme};
use atlas_map::scene;
use atlas_model::route::Page;
use atlas_model::{Day, Target};
use atlas_text::scope::Scope;
use web_sys::Element;

/// True when the atlas has it.
pub(crate) fn exists(target: &Target) -> bool {
    scope().is_some_and(|cx| match target {
        Target::Place(id) => cx.atlas.feature(id).is_some(),
        Target::Article(number) => cx.atlas.article(*number).is_some(),
        Target::Claim(id) => cx.atlas.claim(id).is_some(),
        Target::Source(id) => cx.atlas.commentary(id).is_some(),
    })
}

/// What the reader is told of the parts of a query that were not understood.
pub(crate) fn not_understood(cx: &Scope, unknown: &[String]) -> Option<String> {
    let parts: Vec<String> = unknown.iter().map(|part| format!("“{part}”")).collect();
    // An embed was addressed by its host, whose mistakes are not the reader's business.
    let told = !cx.embed && !parts.is_empty();
    told.then(|| format!("{} {}", cx.strings().unknown_value(), parts.join(", ")))
}

/// Selects something; false when the atlas does not have it.
pub(crate) fn select(target: Target, by: OpenedBy) -> bool {
    let Some(cx) = scope().filter(|_| exists(&target)) else { return false };
    let fragment = match &target {
        Target::Claim(id) => id.clone(),
        _ => String::new(),
    };
    app::dispatch(Event::Open { page: Page::of_target(&cx.atlas, &target), fragment, selection: Some(target), by });
    true
}

/// Opens a page that selects nothing: the opening page, an index, a tour.
pub(crate) fn open(page: Page, by: OpenedBy) {
    app::dispatch(Event::Open { page, fragment: String::new(), selection: None, by });
}

/// Tells and draws status as of a day from now on, or again the newest.
pub(crate) fn show_day(date: Option<Day>) {
    app::dispatch(Event::ShowDay(date));
}

/// Outlines the place that the keyboard has reached and brings it into view.
pub(crate) fn focus_place(id: Option<String>) {
    map::with(|map| {
        map.set_map_style(|map_style| map_style.highlight.focused = id.clone());
        let Some(id) = id else { return };
        let out_of_view = scene::locate(&map.map_data, map.camera(), &id, map.map_style(), &|_, _| true).is_none();
        if out_of_view && map.map_data.bounds(std::slice::from_ref(&id)).is_some() {
            let camera = map.camera_of(&[id]);
            map.fly(camera);
        }
    });
}

/// Opens what the keyboard or pointer has reached; false when that is nothing.
pub(crate) fn open_highlighted() -> bool {
    let reached = map::with(|map| {
        let highlight = &map.map_style().highlight;
        highlight.focused.clone().or_else(|| highlight.hovered.clone())
    });
    reached.flatten().is_some_and(|id| select(Target::Place(id), OpenedBy::Link))
}

/// Closes the topmost of what is open: help, chooser, selection. False when nothing is.
pub(crate) fn close() -> bool {
    let can = app::read(AppState::can_close) == Some(true);
    if can {
        app::dispatch(Event::Close);
    }
    can
}

/// Follows a link within the site without loading a page. False when the link must be followed the ordinary way.
pub(crate) fn follow(link: &Element, href: &str) -> bool {
    let (Some(cx), Some(state)) = (scope(), app::state()) else { return false };
    let here = state.address();
    let address = match href.strip_prefix('#') {
        Some(id) => Address { fragment: id.to_string(), ..here.clone() },
        None => match location::read(href) {
            Some((address, _)) => address,
            None => return false,
        },
    };
    let route = &address.route;
    if let Page::Tour(id) = &route.page
        && cx.atlas.tour(id).is_none()
    {
        return false;
    }
    if route.lang != cx.lang || route.embed != cx.embed || address.fragment == "text" {
        return false;
    }
    let selection = address.target();
    if selection.as_ref().is_some_and(|target| !exists(target)) {
        return false;
    }
    let same_text = route.page == state.page && selection == state.selection;
    // What the text does not have is not ours, and the page about the atlas is only read as it came.
    if (href.starts_with('#') && same_text && effects::in_text(&address.fragment).is_none())
        || (route.page == Page::About && !same_text)
    {
        return false;
    }
    positions::note_click(link);
    app::dispatch(Event::Open { page: address.route.page, fragment: address.fragment, selection, by: OpenedBy::Link });
    true
}

/// Shows what the address says, after going back or forward.
pub(crate) fn follow_address() {
    let (Some((address, unknown)), Some(cx)) = (location::here(), scope()) else { return };
    let another_page = app::read(|state| state.page != address.route.page) == Some(true);
    if address.route.page == Page::About && another_page {
        let _ = dom::window().location().reload();
        return;
    }
    location::follow();
    let selection = address.target().filter(exists);
    if let Some(note) = not_understood(&cx, &unknown) {
        app::dispatch(Event::Note(note));
    }
    app::dispatch(Event::Arrive { address, selection, left: positions::here().map(|position| position.view) });
}

/// Closes the topmost of what is open, if anything is.
pub(crate) fn close_topmost() {
    close();
}

/// Chooses the next colours, and keeps them where storage allows.
pub(crate) fn choose_next_theme() {
    let next = app::read(|state| state.theme.next()).unwrap_or_default();
    app::dispatch(Event::NextTheme { kept: theme::keep(next) });
}

/// Zooms about the middle of the view.
pub(crate) fn zoom(factor: f64) {
    map::with(|map| map.step_zoom(factor));
}

pub(crate) use effects::{show_inset_area, show_whole_map};
