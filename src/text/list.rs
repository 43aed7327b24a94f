//! Lists of places, which have a budget: a long one shows its most important places and leads to pages that hold all.

use super::format;
use super::parts::{inline, layer_class, place_chip, places_with_basis};
use super::scope::Scope;
use super::titles::{list_title, title};
use atlas_model::list::{List, PER_PAGE, WHOLE};
use atlas_model::route::Page;
use atlas_model::{Basis, Feature, Target, important};
use maud::{Markup, html};

/// Places of a longer one that are shown.
const SHOWN: usize = 24;
/// Most leaps to other pages that a page offers beside the next and the previous one.
const LEAPS: usize = 12;

/// The places of a list as chips, where it belongs.
pub fn chips(cx: &Scope, class: &str, list: List) -> Markup {
    let places = list.places(&cx.atlas, &cx.links);
    html! {
        ul class=(class) { @for place in shown(&places) { li { (place_chip(cx, place)) } } }
        (rest(cx, list, places.len()))
    }
}

/// The same with the word that marks a link as inferred; of a long list, or a long part of one, the most important.
pub fn chips_with_basis(cx: &Scope, places: &[(&Feature, Basis)], list: List) -> Markup {
    if places.len() <= WHOLE {
        return places_with_basis(cx, places);
    }
    let features: Vec<&Feature> = places.iter().map(|(place, _)| *place).collect();
    let shown: Vec<&str> = shown(&features).iter().map(|place| place.id.as_str()).collect();
    let told: Vec<(&Feature, Basis)> =
        places.iter().filter(|(place, _)| shown.contains(&place.id.as_str())).copied().collect();
    let count = list.places(&cx.atlas, &cx.links).len();
    html! { (places_with_basis(cx, &told)) (rest(cx, list, count)) }
}

/// What is shown of a list where it belongs: all, or the most important.
pub fn shown<'a>(places: &[&'a Feature]) -> Vec<&'a Feature> {
    if places.len() > WHOLE { important(places.iter().copied(), SHOWN) } else { places.to_vec() }
}

/// The way to the whole of a long list.
pub fn rest(cx: &Scope, list: List, count: usize) -> Markup {
    let s = cx.strings();
    html! {
        @if count > WHOLE {
            p.more {
                a href=(cx.href(Page::Places(list, 0))) {
                    (s.all_places()) ": " (format::count(cx.strings(), count, s.one_place(), s.places_counted()))
                }
            }
        }
    }
}

/// One page of a list.
pub fn page(cx: &Scope, list: &List, number: usize) -> Option<Markup> {
    let s = cx.strings();
    let places = list.places(&cx.atlas, &cx.links);
    let pages: Vec<&[&Feature]> = places.chunks(PER_PAGE).collect();
    let own = pages.get(number)?;
    let link = |number: usize, word: &str, rel: Option<&str>| {
        html! {
            @if let Some(first) = pages.get(number).and_then(|page| page.first()) {
                a href=(cx.href(Page::Places(list.clone(), number))) rel=[rel] {
                    small { (word) } (inline(cx, first.map_name()))
                }
            }
        }
    };
    let place = |number: usize| format::digits(cx.strings(), &(number + 1).to_string());
    let step = pages.len().div_ceil(LEAPS).max(1);
    Some(html! {
        article.reading {
            p.kind { a href=(cx.href(Page::of_list(list))) { (home_title(cx, list)) } }
            h1 tabindex="-1" { (list_title(list, cx)) }
            p.meta {
                (format::count(cx.strings(), places.len(), s.one_place(), s.places_counted()))
                @if pages.len() > 1 { " · " (place(number)) " / " (place(pages.len() - 1)) }
            }
            ul.place-list { @for place in *own { (entry(cx, place)) } }
            nav.neighbours aria-label=(s.all_places()) {
                @if let Some(before) = number.checked_sub(1) { (link(before, s.previous(), Some("prev"))) }
                (link(number + 1, s.next(), Some("next")))
            }
            @if pages.len() > 2 {
                ul.chips.leaps { @for other in (0..pages.len()).step_by(step) { li { (link(other, &place(other), None)) } } }
            }
        }
    })
}

fn home_title(cx: &Scope, list: &List) -> String {
    match Page::of_list(list) {
        Page::Place(id) => title(cx, &Target::Place(id)),
        Page::Article(number) => title(cx, &Target::Article(number)),
        _ => cx.profile().title.get(cx.lang).to_string(),
    }
}

/// A place in a list under its name, with the number of claims about it.
pub fn entry(cx: &Scope, feature: &Feature) -> Markup {
    let claims = cx.links.claims_of_place(&cx.atlas, &feature.id).len();
    html! {
        li class=(layer_class(feature)) {
            a href=(cx.href(Page::Place(feature.id.clone()))) data-feature=(feature.id) {
                span { (inline(cx, feature.map_name())) }
                @if claims > 0 { span.count { (format::digits(cx.strings(), &claims.to_string())) } }
            }
        }
    }
}
