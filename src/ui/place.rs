//! The reading panel of a place.

use super::scope::Scope;
use super::parts::{
    article_chip, claims_by_commentary, inline, layer_class, opposing, opposing_pairs, paragraph, place_chip,
    provenance, statement,
};
use super::{format, strings};
use crate::atlas::{Fact, Feature, Lang, Quality, StatusEntry};
use leptos::prelude::*;

/// Everything the atlas knows of a place: what it is, its status, the treaty and the commentators on it.
pub fn place(cx: &Scope, feature: &Feature) -> AnyView {
    let s = cx.strings();
    let claims = cx.links.claims_of_place(&cx.atlas, &feature.id);
    let pairs = opposing_pairs(&claims);
    let commentary = if claims.is_empty() {
        view! { <p class="none">{s.no_claims}</p> }.into_any()
    } else {
        claims_by_commentary(cx, &claims, true)
    };
    view! {
        <article class=format!("reading {}", layer_class(feature)) data-feature=feature.id.clone()>
            <p class="kind">{kind_line(cx, feature)}</p>
            <h1 tabindex="-1">{inline(cx, &feature.name)}</h1>
            {other_names(cx, feature)}
            {status_now(cx, feature)}
            {statement(cx, "lead", &feature.summary)}
            {facts(cx, feature)}
            {contested(cx, feature)}
            {family(cx, feature)}
            {articles(cx, feature)}
            {opposing(cx, &pairs)}
            <section>
                <h2>{s.what_commentators_say}</h2>
                {commentary}
            </section>
            {history(cx, feature)}
            {geometry(cx, feature)}
        </article>
    }
    .into_any()
}

fn kind_line(cx: &Scope, feature: &Feature) -> String {
    let kind = strings::kind(cx.lang, feature.kind);
    match feature.state() {
        Some(state) => format!("{kind} · {}", strings::state(cx.lang, state)),
        None => kind.to_string(),
    }
}

fn other_names(cx: &Scope, feature: &Feature) -> Option<AnyView> {
    let names: Vec<AnyView> = Lang::ALL
        .into_iter()
        .filter(|lang| *lang != cx.lang)
        .filter_map(|lang| feature.name.0.get(&lang).map(|name| (lang, name.clone())))
        .map(|(lang, name)| view! { <li><bdi lang=lang.code() dir=lang.dir()>{name}</bdi></li> }.into_any())
        .collect();
    (!names.is_empty()).then(|| {
        view! { <ul class="names" aria-label=cx.strings().other_names>{names}</ul> }.into_any()
    })
}

fn status_now(cx: &Scope, feature: &Feature) -> Option<AnyView> {
    let s = cx.strings();
    let newest = feature.status.last()?;
    let state = feature.state().map(|state| view! { <b>{strings::state(cx.lang, state)}". "</b> });
    let as_of = format!(
        "{} {}; {}.",
        s.as_of,
        format::day(cx.lang, feature.as_of.unwrap_or(newest.date)),
        s.no_later
    );
    Some(
        view! {
            <div class="status">
                <p>{state}{inline(cx, &newest.statement.text)}" "<span class="as-of">{as_of}</span></p>
                {provenance(cx, &newest.statement.sources, Some(newest.statement.confidence))}
            </div>
        }
        .into_any(),
    )
}

fn history(cx: &Scope, feature: &Feature) -> Option<AnyView> {
    let (_, earlier) = feature.status.split_last()?;
    if earlier.is_empty() {
        return None;
    }
    let entry = |entry: &StatusEntry| {
        let state = entry.state.map(|state| view! { <b>{strings::state(cx.lang, state)}". "</b> });
        view! {
            <li>
                <time datetime=entry.date.to_string()>{format::day(cx.lang, entry.date)}</time>
                <p>{state}{inline(cx, &entry.statement.text)}</p>
                {provenance(cx, &entry.statement.sources, Some(entry.statement.confidence))}
            </li>
        }
    };
    Some(
        view! {
            <section class="history">
                <h2>{cx.strings().history}</h2>
                <ol>{earlier.iter().rev().map(entry).collect_view()}</ol>
            </section>
        }
        .into_any(),
    )
}

fn facts(cx: &Scope, feature: &Feature) -> Option<AnyView> {
    if feature.facts.is_empty() {
        return None;
    }
    let fact = |fact: &Fact| {
        let measured = fact.measured.map(|measured| {
            view! {
                <p class="measured">
                    <b>{format::quantity(cx.lang, measured, None, &fact.unit)}</b>" "{cx.strings().measured}
                </p>
            }
        });
        view! {
            <li>
                <p class="figure">{format::quantity(cx.lang, fact.value, fact.max, &fact.unit)}</p>
                <p class="label">{inline(cx, &fact.label)}{fact.measured.map(|_| format!(", {}", cx.strings().claimed))}</p>
                {measured}
                {fact.note.as_ref().map(|note| paragraph(cx, "note", note))}
                {provenance(cx, &fact.sources, None)}
            </li>
        }
    };
    Some(view! { <ul class="facts" aria-label=cx.strings().facts>{feature.facts.iter().map(fact).collect_view()}</ul> }.into_any())
}

fn contested(cx: &Scope, feature: &Feature) -> Option<AnyView> {
    if feature.contested.is_empty() {
        return None;
    }
    let s = cx.strings();
    let rows = feature
        .contested
        .iter()
        .map(|name| {
            view! {
                <li>
                    <b>{inline(cx, &name.name)}</b>", "{s.used_by}" "{inline(cx, &name.used_by)}
                    {provenance(cx, &name.sources, None)}
                </li>
            }
        })
        .collect_view();
    Some(view! { <section class="contested"><h2>{s.contested_names}</h2><ul>{rows}</ul></section> }.into_any())
}

fn family(cx: &Scope, feature: &Feature) -> Option<AnyView> {
    let s = cx.strings();
    let whole = feature.part_of.as_deref().and_then(|id| cx.atlas.feature(id));
    let parts = cx.links.parts_of_place(&cx.atlas, &feature.id);
    if whole.is_none() && parts.is_empty() {
        return None;
    }
    let whole = whole.map(|whole| view! { <p class="family">{s.part_of}" "{place_chip(cx, whole)}</p> });
    let parts = (!parts.is_empty()).then(|| {
        let items = parts
            .into_iter()
            .map(|part| {
                let length = part
                    .length_km
                    .map(|km| view! { " "<span class="count">{format::quantity(cx.lang, km, None, "km")}</span> });
                view! { <li>{place_chip(cx, part)}{length}</li> }
            })
            .collect_view();
        view! { <h2>{s.parts}</h2><ul class="chips parts">{items}</ul> }
    });
    Some(view! { <section>{whole}{parts}</section> }.into_any())
}

fn articles(cx: &Scope, feature: &Feature) -> Option<AnyView> {
    let articles = cx.links.articles_of_place(&feature.id);
    if articles.is_empty() {
        return None;
    }
    let chips = articles
        .into_iter()
        .map(|(article, basis)| view! { <li>{article_chip(cx, article, basis, true)}</li> })
        .collect_view();
    Some(
        view! { <section><h2>{cx.strings().in_the_treaty}</h2><ul class="chips">{chips}</ul></section> }.into_any(),
    )
}

fn geometry(cx: &Scope, feature: &Feature) -> AnyView {
    let s = cx.strings();
    let Some(provenance) = &feature.provenance else {
        return match (feature.basemap.is_empty(), feature.quality) {
            (true, None) => view! { <p class="none">{s.off_the_map}</p> }.into_any(),
            _ => ().into_any(),
        };
    };
    let quality = feature.quality.map(|quality| strings::quality(cx.lang, quality));
    let schematic = (feature.quality == Some(Quality::Schematic))
        .then(|| view! { <p class="schematic">{s.schematic_note}</p> });
    let licence = feature.licence.clone().map(|licence| view! { <p class="meta">{s.licence}": "{licence}</p> });
    view! {
        <section class="geometry">
            <h2>{s.geometry}{quality.map(|quality| format!(": {quality}"))}</h2>
            {schematic}
            {statement(cx, "", provenance)}
            {licence}
        </section>
    }
    .into_any()
}
