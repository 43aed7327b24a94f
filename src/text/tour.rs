//! The reading panels of the tours: one tour with its stops, and the list of all.

use super::parts::{inline, statement};
use super::scope::Scope;
use super::{format, titles};
use atlas_model::route::Page;
use atlas_model::{Stop, Target, Tour};
use maud::{Markup, html};

/// One tour: what it shows, then its stops in order.
pub fn tour(cx: &Scope, tour: &Tour) -> Markup {
    let s = cx.strings();
    html! {
        article.reading {
            p.kind { a href=(cx.href(Page::Tours)) { (s.tours()) } }
            h1 tabindex="-1" { (inline(cx, &tour.title)) }
            (statement(cx, "lead", &tour.intro))
            @for (index, halt) in tour.stops.iter().enumerate() { (stop(cx, index + 1, halt, tour.stops.len())) }
        }
    }
}

fn stop(cx: &Scope, number: usize, stop: &Stop, last: usize) -> Markup {
    let s = cx.strings();
    html! {
        section.stop id={ "stop-" (number) } tabindex="-1" {
            h2 { (format::digits(cx.strings(), &number.to_string())) ". " (target_link(cx, &stop.target)) }
            (statement(cx, "", &stop.caption))
            nav.neighbours aria-label={ (s.stop()) " " (format::digits(cx.strings(), &number.to_string())) } {
                @if number > 1 { a href={ "#stop-" (number - 1) } rel="prev" { (s.previous()) } }
                @if number < last { a href={ "#stop-" (number + 1) } rel="next" { (s.next()) } }
            }
        }
    }
}

/// A link to what a stop shows, under its name.
fn target_link(cx: &Scope, target: &Target) -> Markup {
    let (mut feature, mut article, mut claim, mut source) = (None, None, None, None);
    match target {
        Target::Place(id) => feature = Some(id),
        Target::Article(number) => article = Some(number),
        Target::Claim(id) => claim = Some(id),
        Target::Source(id) => source = Some(id),
    }
    html! {
        a href=(cx.href_of_target(target)) data-feature=[feature] data-article=[article] data-claim=[claim]
            data-source=[source] { bdi { (titles::title(cx, target)) } }
    }
}

/// The list of tours.
pub fn index(cx: &Scope) -> Markup {
    let s = cx.strings();
    html! {
        article.reading {
            p.kind { (s.tours()) }
            h1 tabindex="-1" { (s.tours()) }
            p.lead { (s.tours_intro()) }
            @for tour in &cx.atlas.tours {
                section.source-card { h2 { (tour_link(cx, tour)) } (statement(cx, "", &tour.intro)) }
            }
        }
    }
}

/// A link to a tour under its title.
pub fn tour_link(cx: &Scope, tour: &Tour) -> Markup {
    html! { a href=(cx.href(Page::Tour(tour.id.clone()))) { (inline(cx, &tour.title)) } }
}

/// The places of a tour's stops, for the map.
pub fn places(tour: &Tour) -> Vec<String> {
    let mut places: Vec<String> = Vec::new();
    for stop in &tour.stops {
        match &stop.target {
            Target::Place(id) if !places.contains(id) => places.push(id.clone()),
            _ => {}
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::strings::tests::strings;
    use atlas_model::{Atlas, Confidence, Lang, Links, Statement, Text, Wording};
    use std::sync::Arc;

    fn said(text: &str) -> Statement {
        Statement { text: Text::english(text), sources: Vec::new(), confidence: Confidence::Unverified }
    }

    fn walk() -> Tour {
        let stop = |target: &str, caption: &str| Stop {
            target: target.parse().expect("a target"),
            view: None,
            caption: said(caption),
        };
        Tour {
            id: "walk".into(),
            title: Text::english("A walk"),
            intro: said("Two stops."),
            stops: vec![
                stop("article:12", "First."),
                stop("place:brittany", "Then."),
                stop("place:brittany", "Again."),
            ],
        }
    }

    #[test]
    fn stops_link_to_what_they_show_and_to_each_other() {
        let atlas = Arc::new(Atlas { tours: vec![walk()], ..Atlas::default() });
        let links = Arc::new(Links::new(&atlas));
        let wording = Arc::new(Wording { strings: strings("en"), ..Wording::default() });
        let cx = Scope { atlas, links, wording, lang: Lang::ENGLISH, embed: false, date: None, base: "../../".into() };
        let html = tour(&cx, &walk()).into_string();
        let first = "<section class=\"stop\" id=\"stop-1\" tabindex=\"-1\">\
             <h2>1. <a href=\"../../treaty/12/\" data-article=\"12\"><bdi></bdi></a></h2>\
             <div class=\"statement\"><p>First.</p><p class=\"prov unverified\">Not verified</p></div>\
             <nav class=\"neighbours\" aria-label=\"Stop 1\"><a href=\"#stop-2\" rel=\"next\">Next</a></nav></section>";
        assert!(html.contains(first), "{html}");
        assert!(html.contains("<a href=\"../../place/brittany/\" data-feature=\"brittany\">"), "{html}");
        assert!(html.contains("<a href=\"#stop-1\" rel=\"prev\">Previous</a><a href=\"#stop-3\""), "{html}");
        assert!(!html.contains("#stop-4"), "{html}");
        assert!(index(&cx).into_string().contains("<h2><a href=\"../../tour/walk/\"><bdi>A walk</bdi></a></h2>"));
    }

    #[test]
    fn the_map_shows_each_place_once() {
        assert_eq!(places(&walk()), ["brittany"]);
    }
}
