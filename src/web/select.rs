//! Selection: one way to choose a place, an article, a claim or a source, whoever asks for it.

use super::{address, arrive, dom, frame, map};
use crate::state::{Reading, Shared, scope, set_scope};
use atlas_map::geometry::Camera;
use atlas_map::scene::Highlight;
use atlas_model::route::{Page, Route};
use atlas_model::{Day, Target};
use atlas_text::scope::Scope;
use atlas_text::{reader, titles};

/// How a selection is carried out.
#[derive(Clone, Copy, Debug)]
pub struct Manner {
    /// Move the map to what is selected.
    pub fly: bool,
    /// Make a history entry.
    pub push: bool,
    /// Move the keyboard focus to the heading of the text.
    pub focus: bool,
}

impl Manner {
    /// By a click on the map: the reader sees the place already.
    pub fn click() -> Manner {
        Manner { fly: false, push: true, focus: false }
    }

    /// By a link in the text or the list of places.
    pub fn link() -> Manner {
        Manner { fly: true, push: true, focus: true }
    }

    /// By the address: on opening the page, or going back and forward.
    pub fn address() -> Manner {
        Manner { fly: true, push: false, focus: false }
    }

    /// By a message from the host page.
    pub fn message() -> Manner {
        Manner { fly: true, push: false, focus: false }
    }
}

/// Selects something. What the atlas does not have is noted and refused.
pub fn select(target: Target, manner: Manner) -> bool {
    let Some(cx) = scope() else { return false };
    let shared = Shared::get();
    if !exists(&target) {
        let (Target::Place(id) | Target::Claim(id) | Target::Source(id)) = &target else { return refuse("") };
        return refuse(id);
    }
    let lit = cx.links.places_of(&cx.atlas, &target);
    shared.choice.set(None);
    shared.selection.set(Some(target.clone()));
    map::with(|map| {
        map.set_look(|look| {
            look.highlight = Highlight::of(Some(&target), lit.clone());
        });
        if manner.fly {
            map.fly_to(&lit);
        }
    });
    arrive::with_texts(move || tell(&target, lit.len(), manner));
    true
}

/// Lets panel, title and screen reader tell of what is selected, of which so many places are lit.
fn tell(target: &Target, lit: usize, manner: Manner) {
    let Some(cx) = scope() else { return };
    let page = Page::of_target(&cx.atlas, target);
    let fragment = match target {
        Target::Claim(id) => id.clone(),
        _ => String::new(),
    };
    let title = titles::title(&cx, target);
    let announcement = match target {
        Target::Place(_) => format!("{title}, {}", cx.strings().selected()),
        _ => {
            let count = atlas_text::format::digits(cx.strings(), &lit.to_string());
            format!("{title}. {count} {}", cx.strings().lit_up())
        }
    };
    read(Reading::of(target), page, &fragment, &title, manner);
    Shared::get().announcement.set(announcement);
    if let Target::Place(id) = target {
        frame::tell_selected(Some(id));
    }
}

fn exists(target: &Target) -> bool {
    scope().is_some_and(|cx| match target {
        Target::Place(id) => cx.atlas.feature(id).is_some(),
        Target::Article(number) => cx.atlas.article(*number).is_some(),
        Target::Claim(id) => cx.atlas.claim(id).is_some(),
        Target::Source(id) => cx.atlas.commentary(id).is_some(),
    })
}

fn refuse(id: &str) -> bool {
    if let Some(cx) = scope() {
        let mut shown: String = id.chars().take(60).collect();
        if shown.len() < id.len() {
            shown.push('…');
        }
        Shared::get().note(format!("{} “{shown}”", cx.strings().unknown_place()));
    }
    false
}

/// Opens a page that selects nothing: the opening page, an index, a tour.
pub fn open(page: Page, manner: Manner) {
    let Some(cx) = scope() else { return };
    let shared = Shared::get();
    shared.choice.set(None);
    shared.selection.set(None);
    let lit = reader::places(&cx, &page);
    map::with(|map| {
        map.set_look(|look| {
            look.highlight = Highlight::of(None, lit.clone());
        });
        if manner.fly {
            map.fly_to(&lit);
        }
    });
    arrive::with_texts(move || {
        let Some(cx) = scope() else { return };
        let title = titles::page_title(&cx, &page);
        read(Reading::Page(page.clone()), page, "", &title, manner);
        frame::tell_selected(None);
    });
}

/// Shows a text in the panel and lets address, title and focus follow.
fn read(reading: Reading, page: Page, fragment: &str, title: &str, manner: Manner) {
    let Some(cx) = scope() else { return };
    let shared = Shared::get();
    shared.reading.set(reading);
    mark_live();
    if let Some(panel) = dom::find("[data-panel]") {
        let _ = match shared.selection.get_untracked() {
            Some(Target::Place(id)) => panel.set_attribute("data-selected", &id),
            _ => panel.remove_attribute("data-selected"),
        };
    }
    mark_current(&page);
    let route = Route { page, lang: cx.lang, embed: cx.embed };
    if manner.push {
        address::push(&route, fragment);
    }
    point_settings_at(&route);
    dom::document().set_title(&format!("{title} · {}", cx.profile().title.get(cx.lang)));
    // In the frame that lays the new text out anyway; now that would be done once more for it.
    dom::next_frame(|_| {
        if let Some(panel) = dom::find("[data-panel]") {
            panel.set_scroll_top(0);
        }
        dom::window().scroll_to_with_x_and_y(0.0, 0.0);
    });
    if manner.focus {
        // The text is put in place after this turn of the event loop; the heading exists in the next frame.
        dom::next_frame(|_| {
            if let Some(heading) = dom::find(".live h1") {
                let options = web_sys::FocusOptions::new();
                options.set_prevent_scroll(true);
                let _ = heading.focus_with_options(&options);
            }
        });
    }
}

/// Keeps the links to other languages and to the full page on what is shown now.
fn point_settings_at(route: &Route) {
    for lang in atlas_model::Lang::INTERFACE {
        if let Some(link) = dom::find(&format!("a[data-language][lang={}]", lang.code())) {
            let other = Route { lang, ..route.clone() };
            let _ = link.set_attribute("href", &format!("{}{}", address::base(), other.path()));
        }
    }
    if let Some(link) = dom::find("a.full") {
        let full = Route { embed: false, ..route.clone() };
        let _ = link.set_attribute("href", &format!("{}{}", address::base(), full.path()));
    }
}

/// Marks the entry of the main menu that is shown.
fn mark_current(page: &Page) {
    let Some(cx) = scope() else { return };
    let here = cx.href(page.clone());
    let Ok(links) = dom::document().query_selector_all(".masthead nav a") else { return };
    for index in 0..links.length() {
        use wasm_bindgen::JsCast;
        let Some(link) = links.item(index).and_then(|node| node.dyn_into::<web_sys::Element>().ok()) else { continue };
        let _ = if link.get_attribute("href").is_some_and(|href| href == here) {
            link.set_attribute("aria-current", "page")
        } else {
            link.remove_attribute("aria-current")
        };
    }
}

/// Tells and draws status as of a day from now on, or again the newest.
pub fn as_of(date: Option<Day>) {
    let Some(cx) = scope() else { return };
    map::with(|map| map.set_date(&cx.atlas.features, date));
    arrive::unveil();
    set_scope(Scope { date, ..cx });
    let shared = Shared::get();
    shared.as_of.set(date);
    arrive::with_texts(move || match (shared.reading.get_untracked(), address::current()) {
        (Reading::Static, Some((route, _))) if route.page != Page::About => {
            shared.reading.set(Reading::Page(route.page));
            mark_live();
        }
        (reading, _) => shared.reading.set(reading),
    });
}

/// The live text stands in for the prerendered one.
fn mark_live() {
    if let Some(panel) = dom::find("[data-panel]") {
        let _ = panel.set_attribute("data-live", "");
    }
}

/// Outlines the place that the keyboard has reached and brings it into view.
pub fn focus_place(id: Option<String>) {
    map::with(|map| {
        map.set_look(|look| look.highlight.focused = id.clone());
        let Some(id) = id else { return };
        let out_of_view = map.world.locate(map.camera(), &id, map.look(), &|_, _| true).is_none();
        if out_of_view && map.world.bounds(std::slice::from_ref(&id)).is_some() {
            map.fly_to(&[id]);
        }
    });
}

/// Opens what the keyboard or pointer has reached; false when that is nothing.
pub fn open_highlighted() -> bool {
    let reached = map::with(|map| {
        let highlight = &map.look().highlight;
        highlight.focused.clone().or_else(|| highlight.hovered.clone())
    });
    match reached.flatten() {
        Some(id) => select(Target::Place(id), Manner::link()),
        None => false,
    }
}

/// Closes the topmost of what is open: help, chooser, selection. False when nothing is.
pub fn close() -> bool {
    let shared = Shared::get();
    if shared.help.get_untracked() {
        shared.help.set(false);
    } else if shared.choice.get_untracked().is_some() {
        shared.choice.set(None);
    } else if shared.selection.get_untracked().is_some() {
        open(Page::Home, Manner { fly: false, push: true, focus: false });
    } else {
        return false;
    }
    true
}

/// Follows a link within the site without loading a page. False when the link must be followed the ordinary way.
pub fn follow(href: &str) -> bool {
    let Some(cx) = scope() else { return false };
    if let Some(stop) = href.strip_prefix('#') {
        return go_to_stop(stop);
    }
    let Some((route, fragment)) = address::route_of(href) else { return false };
    if let Page::Tour(id) = &route.page
        && cx.atlas.tour(id).is_none()
    {
        return false;
    }
    if route.page == Page::About || route.lang != cx.lang || route.embed != cx.embed || fragment == "text" {
        return false;
    }
    match address::target_of(&route, &fragment) {
        Some(target) if exists(&target) => select(target, Manner::link()),
        Some(_) => false,
        None => {
            open(route.page, Manner::link());
            true
        }
    }
}

/// Goes to a stop of the tour that is read; false when it has no such stop.
fn go_to_stop(id: &str) -> bool {
    let Some((route, _)) = address::current() else { return false };
    if stop(id).is_none() {
        return false;
    }
    address::push(&route, id);
    show_stop(id);
    scroll_to_stop(id);
    true
}

/// Shows on the map what a stop of this page's tour is about, in the stop's own view.
pub fn show_stop(id: &str) {
    let Some(cx) = scope() else { return };
    let number = id.strip_prefix("stop-").and_then(|number| number.parse::<usize>().ok());
    let Some((Route { page: Page::Tour(tour), .. }, _)) = address::current() else { return };
    let Some(stop) = cx.atlas.tour(&tour).zip(number).and_then(|(tour, number)| tour.stops.get(number.checked_sub(1)?))
    else {
        return;
    };
    let lit = cx.links.places_of(&cx.atlas, &stop.target);
    map::with(|map| {
        map.set_look(|look| look.highlight = Highlight::of(Some(&stop.target), lit.clone()));
        match stop.view {
            Some([lon, lat, zoom]) => {
                let now = map.camera();
                map.fly(Camera::from_at(lon, lat, zoom, now.width, now.height));
            }
            None => map.fly_to(&lit),
        }
    });
}

/// A stop in the text that is read; hidden behind it the prerendered text may have the same one.
fn stop(id: &str) -> Option<web_sys::HtmlElement> {
    let stop = dom::find(&format!(".live .stop[id=\"{id}\"], .panel:not([data-live]) .stop[id=\"{id}\"]"))?;
    wasm_bindgen::JsCast::dyn_into(stop).ok()
}

/// Scrolls to a stop and moves the focus there, in the next frame: by then a text that was just opened is in place, has
/// been scrolled to its top and its heading given the focus.
fn scroll_to_stop(id: &str) {
    let id = id.to_string();
    dom::next_frame(move |_| {
        let Some(stop) = stop(&id) else { return };
        stop.scroll_into_view();
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = stop.focus_with_options(&options);
    });
}

/// Shows what the address says, after going back or forward.
pub fn follow_address() {
    let Some((route, fragment)) = address::current() else { return };
    if route.page == Page::About {
        let _ = dom::window().location().reload();
        return;
    }
    match address::target_of(&route, &fragment) {
        Some(target) => {
            select(target, Manner::address());
        }
        None => {
            open(route.page.clone(), Manner { fly: !fragment.starts_with("stop-"), ..Manner::address() });
            show_stop(&fragment);
            scroll_to_stop(&fragment);
        }
    }
    point_settings_at(&route);
}
