//! The opening page and the page about method, data and licences.

#[cfg(feature = "native")]
use super::about_text;
use super::list;
use super::parts::{inline, layer_class};
use super::scope::Scope;
use super::tour::tour_link;
use super::{format, strings};
use atlas_model::list::List;
use atlas_model::route::Page;
use atlas_model::{Feature, Layer};
use maud::{Markup, html};

/// The four subjects the atlas is built around, in reading order.
pub const SUBJECTS: [&str; 4] = ["instc", "russia-iran-gas-pipeline", "syunik", "caspian-sea"];

/// The opening page: what this is, the four subjects, and every place as a list.
pub fn home(cx: &Scope) -> Markup {
    let s = cx.strings();
    html! {
        article.reading.home {
            p.kind { (s.tagline) }
            h1 tabindex="-1" { (s.site) }
            p.lead { (s.intro) }
            section {
                h2 { (s.four_subjects) }
                ul.subjects { @for id in SUBJECTS { @if let Some(subject) = cx.feature(id) { (card(cx, subject)) } } }
            }
            @if !cx.atlas.tours.is_empty() {
                section.tours {
                    h2 { a href=(cx.href(Page::Tours)) { (s.tours) } }
                    ul { @for tour in &cx.atlas.tours { li { (tour_link(cx, tour)) } } }
                }
            }
            section.ways {
                ul {
                    li { a href=(cx.href(Page::Treaty)) { b { (s.treaty) } } }
                    li { a href=(cx.href(Page::CommentaryIndex)) { b { (s.commentary) } } }
                    li { a href=(cx.href(Page::Compare)) { b { (s.opposing_readings) } } }
                }
            }
            section id="places" {
                h2 { (s.all_places) }
                @for layer in Layer::ALL { (places_of(cx, layer)) }
            }
        }
    }
}

fn card(cx: &Scope, feature: &Feature) -> Markup {
    let s = cx.strings();
    let articles = cx.links.articles_of_place(&feature.id).len();
    let claims = cx.links.claims_of_place(&cx.atlas, &feature.id).len();
    html! {
        li class=(layer_class(feature.layer)) {
            a href=(cx.href(Page::Place(feature.id.clone()))) data-feature=(feature.id) {
                span.kind { (strings::layer(cx.lang, feature.layer)) }
                b { (inline(cx, feature.map_name())) }
                span.count {
                    (format::count(cx.lang, articles, s.one_article, s.articles_counted)) " · "
                    (format::count(cx.lang, claims, s.one_claim, s.claims))
                }
            }
        }
    }
}

fn places_of(cx: &Scope, layer: Layer) -> Markup {
    let places = List::Layer(layer).places(&cx.atlas, &cx.links);
    html! {
        @if !places.is_empty() {
            h3 { (strings::layer(cx.lang, layer)) }
            ul.place-list { @for place in list::shown(&places) { (list::entry(cx, place)) } }
            (list::rest(cx, List::Layer(layer), places.len()))
        }
    }
}

/// Method, data and licences.
#[cfg(feature = "native")]
pub fn about(cx: &Scope) -> Markup {
    let s = cx.strings();
    html! {
        article.reading.about {
            p.kind { (s.about) }
            h1 tabindex="-1" { (s.site) }
            p.lead { (s.tagline) }
            (about_text::sections(cx))
            section {
                h2 { (s.credits) }
                (about_text::credits())
                p { a href={ (cx.base) "data/atlas.geojson" } { (s.download_data) } }
            }
        }
    }
}

/// A note at the top of the text, for a page that does not exist. Can be closed once the script is there.
pub fn not_found(cx: &Scope) -> Markup {
    let s = cx.strings();
    html! {
        div.note role="status" data-closable="" {
            p { (s.not_found) }
            button.close type="button" aria-label=(s.close) { span.icon aria-hidden="true" {} }
        }
    }
}
