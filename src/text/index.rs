//! The opening page and the page about method, data and licences.

use super::format;
use super::list;
use super::parts::{inline, layer_class};
use super::scope::Scope;
use super::tour::tour_link;
use atlas_model::list::List;
use atlas_model::route::Page;
use atlas_model::{Feature, Layer};
use maud::{Markup, html};

/// The opening page: what this is, its subjects, and every place as a list.
pub fn home(cx: &Scope) -> Markup {
    let s = cx.strings();
    html! {
        article.reading.home {
            p.kind { (cx.profile().tagline.get(cx.lang)) }
            h1 tabindex="-1" { (cx.profile().title.get(cx.lang)) }
            p.lead { (cx.profile().introduction.get(cx.lang)) }
            section {
                h2 { (cx.profile().subjects.title.get(cx.lang)) }
                ul.subjects { @for id in &cx.profile().subjects.places { @if let Some(subject) = cx.feature(id) { (card(cx, subject)) } } }
            }
            @if !cx.atlas.tours.is_empty() {
                section.tours {
                    h2 { a href=(cx.href(Page::Tours)) { (s.tours()) } }
                    ul { @for tour in &cx.atlas.tours { li { (tour_link(cx, tour)) } } }
                }
            }
            section.ways {
                ul {
                    li { a href=(cx.href(Page::Treaty)) { b { (s.treaty()) } } }
                    li { a href=(cx.href(Page::CommentaryIndex)) { b { (s.commentary()) } } }
                    li { a href=(cx.href(Page::Compare)) { b { (s.opposing_readings()) } } }
                }
            }
            section id="places" {
                h2 { (s.all_places()) }
                @for layer in &cx.profile().layers { (places_of(cx, layer)) }
            }
        }
    }
}

fn card(cx: &Scope, feature: &Feature) -> Markup {
    let s = cx.strings();
    let articles = cx.links.articles_of_place(&feature.id).len();
    let claims = cx.links.claims_of_place(&cx.atlas, &feature.id).len();
    html! {
        li class=(layer_class(feature)) {
            a href=(cx.href(Page::Place(feature.id.clone()))) data-feature=(feature.id) {
                span.kind { (cx.layer_name(&feature.layer)) }
                b { (inline(cx, feature.map_name())) }
                span.count {
                    (format::count(cx.strings(), articles, s.one_article(), s.articles_counted())) " · "
                    (format::count(cx.strings(), claims, s.one_claim(), s.claims()))
                }
            }
        }
    }
}

fn places_of(cx: &Scope, layer: &Layer) -> Markup {
    let list = List::Layer(layer.id.clone());
    let places = list.places(&cx.atlas, &cx.links);
    html! {
        @if !places.is_empty() {
            h3 { (layer.name.get(cx.lang)) }
            ul.place-list { @for place in list::shown(&places) { (list::entry(cx, place)) } }
            (list::rest(cx, list, places.len()))
        }
    }
}

/// Method, data and licences. Only prerendered: the browser has no part of it.
pub fn about(cx: &Scope) -> Markup {
    let s = cx.strings();
    html! {
        article.reading.about {
            p.kind { (s.about()) }
            h1 tabindex="-1" { (cx.profile().title.get(cx.lang)) }
            p.lead { (cx.profile().tagline.get(cx.lang)) }
            @for passage in &cx.wording.about {
                section {
                    h2 { (passage.title) }
                    @for paragraph in &passage.paragraphs { p { (paragraph) } }
                }
            }
            section {
                h2 { (s.credits()) }
                ul lang="en" dir="ltr" { @for credit in &cx.profile().credits.sources { li { (credit) } } }
                p { a href={ (cx.base) "data/atlas.geojson" } { (s.download_data()) } }
            }
        }
    }
}

/// A note at the top of the text, for a page that does not exist. Can be closed once the script is there.
pub fn not_found(cx: &Scope) -> Markup {
    let s = cx.strings();
    html! {
        div.note role="status" data-closable="" {
            p { (s.not_found()) }
            button.close type="button" aria-label=(s.close()) { span.icon aria-hidden="true" {} }
        }
    }
}
