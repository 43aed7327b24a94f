//! The opening page and the page about method, data and licences.

use super::scope::Scope;
use super::parts::{inline, layer_class, paragraph};
use super::route::Page;
use super::{format, strings};
use crate::atlas::{Feature, Layer};
use leptos::prelude::*;

/// The four subjects the atlas is built around, in reading order.
pub const SUBJECTS: [&str; 4] = ["instc", "russia-iran-gas-pipeline", "syunik", "caspian-sea"];

const LAYERS: [Layer; 8] = [
    Layer::Corridor,
    Layer::Energy,
    Layer::Syunik,
    Layer::Caspian,
    Layer::Security,
    Layer::Cities,
    Layer::Regions,
    Layer::States,
];

/// The opening page: what this is, the four subjects, and every place as a list.
pub fn home(cx: &Scope) -> AnyView {
    let s = cx.strings();
    view! {
        <article class="reading home">
            <p class="kind">{s.tagline}</p>
            <h1 tabindex="-1">{s.site}</h1>
            <p class="lead">{s.intro}</p>
            {subjects(cx)}
            {disagreements(cx)}
            <section id="places">
                <h2>{s.all_places}</h2>
                {LAYERS.into_iter().map(|layer| places_of_layer(cx, layer)).collect_view()}
            </section>
        </article>
    }
    .into_any()
}

fn subjects(cx: &Scope) -> AnyView {
    let cards = SUBJECTS
        .into_iter()
        .filter_map(|id| cx.atlas.feature(id))
        .map(|feature| {
            view! {
                <li class=layer_class(feature)>
                    <a href=cx.href(Page::Place(feature.id.clone())) data-feature=feature.id.clone()>
                        <span class="kind">{strings::layer(cx.lang, feature.layer)}</span>
                        <b>{inline(cx, feature.map_name())}</b>
                        <span class="count">{counts(cx, feature)}</span>
                    </a>
                </li>
            }
        })
        .collect_view();
    view! { <section><h2>{cx.strings().four_subjects}</h2><ul class="subjects">{cards}</ul></section> }.into_any()
}

/// `12 articles · 9 claims` of a place.
fn counts(cx: &Scope, feature: &Feature) -> String {
    let s = cx.strings();
    let articles = cx.links.articles_of_place(&feature.id).len();
    let claims = cx.links.claims_of_place(&cx.atlas, &feature.id).len();
    format::digits(cx.lang, &format!("{articles} {} · {claims} {}", s.articles.to_lowercase(), s.claims))
}

fn disagreements(cx: &Scope) -> AnyView {
    let s = cx.strings();
    view! {
        <section class="ways">
            <ul>
                <li><a href=cx.href(Page::Treaty)><b>{s.treaty}</b></a></li>
                <li><a href=cx.href(Page::CommentaryIndex)><b>{s.commentary}</b></a></li>
                <li><a href=cx.href(Page::Compare)><b>{s.opposing_readings}</b></a></li>
            </ul>
        </section>
    }
    .into_any()
}

fn places_of_layer(cx: &Scope, layer: Layer) -> Option<AnyView> {
    let rows: Vec<AnyView> = cx
        .atlas
        .features
        .iter()
        .filter(|feature| feature.layer == layer)
        .map(|feature| {
            let claims = cx.links.claims_of_place(&cx.atlas, &feature.id).len();
            let count = (claims > 0)
                .then(|| view! { <span class="count">{format::digits(cx.lang, &claims.to_string())}</span> });
            view! {
                <li class=layer_class(feature)>
                    <a href=cx.href(Page::Place(feature.id.clone())) data-feature=feature.id.clone()>
                        <span>{inline(cx, feature.map_name())}</span>{count}
                    </a>
                </li>
            }
            .into_any()
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! { <h3>{strings::layer(cx.lang, layer)}</h3><ul class="place-list">{rows}</ul> }.into_any()
    })
}

/// Method, data and licences.
pub fn about(cx: &Scope, data_href: String) -> AnyView {
    let s = cx.strings();
    view! {
        <article class="reading about">
            <p class="kind">{s.about}</p>
            <h1 tabindex="-1">{s.site}</h1>
            <p class="lead">{s.tagline}</p>
            {super::about_text::sections(cx)}
            <section><h2>{s.credits}</h2>{super::about_text::credits(cx)}</section>
            <p><a href=data_href>{s.download_data}</a></p>
        </article>
    }
    .into_any()
}

/// A note at the top of the text, for a page that does not exist.
pub fn not_found(cx: &Scope) -> AnyView {
    let text = crate::atlas::Text::english(super::strings::Strings::of(crate::atlas::Lang::En).not_found);
    let own = if cx.lang == crate::atlas::Lang::En {
        paragraph(cx, "", &text)
    } else {
        view! { <p>{cx.strings().not_found}</p> }.into_any()
    };
    view! { <div class="note" role="status">{own}</div> }.into_any()
}
