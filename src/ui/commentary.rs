//! The reading panels of the commentaries: one source, one claim, the list of all, and disagreements.

use super::scope::Scope;
use super::format;
use super::parts::{Omit, claim_card, inline, opposing, opposing_pairs, paragraph, place_chips, source_link, statement};
use super::route::Page;
use crate::atlas::{Claim, Commentary};
use leptos::prelude::*;

/// Author, outlet and date of a commentary in one line.
pub fn byline(cx: &Scope, commentary: &Commentary) -> String {
    let s = cx.strings();
    let known = |text: &str, unknown: &'static str| if text.is_empty() { unknown.to_string() } else { text.to_string() };
    let date = commentary.date.map_or_else(|| s.date_unknown.to_string(), |date| format::day(cx.lang, date));
    format!("{} · {} · {date}", known(&commentary.author, s.author_unknown), known(&commentary.outlet, s.outlet_unknown))
}

/// One commentary with all its claims in the order of its paragraphs.
pub fn commentary(cx: &Scope, commentary: &Commentary) -> AnyView {
    let s = cx.strings();
    let title = if commentary.title.is_empty() {
        inline(cx, &commentary.short)
    } else {
        view! { <cite lang=commentary.language.clone()>{commentary.title.clone()}</cite> }.into_any()
    };
    let claims = cx
        .atlas
        .claims
        .iter()
        .filter(|claim| claim.commentary == commentary.id)
        .map(|claim| claim_card(cx, claim, Omit { source: true, places: false }))
        .collect_view();
    let silent = commentary
        .silent
        .iter()
        .map(|silence| {
            let paragraphs = format::digits(cx.lang, &silence.paragraphs.replace('-', "–"));
            view! { <li>{s.paragraph}" "{paragraphs}": "{inline(cx, &silence.reason)}</li> }
        })
        .collect_view();
    let link = commentary
        .url
        .clone()
        .map(|url| view! { <p class="meta"><a href=url.clone() rel="noreferrer">{url.clone()}</a></p> });
    view! {
        <article class="reading" data-source=commentary.id.clone()>
            <p class="kind">{s.commentary}</p>
            <h1 tabindex="-1">{title}</h1>
            <p class="meta">{byline(cx, commentary)}</p>
            {commentary.date_note.as_ref().map(|note| paragraph(cx, "meta", note))}
            {statement(cx, "lead", &commentary.about)}
            {link}
            <section><h2>{s.claims}</h2>{claims}</section>
            <details class="silent"><summary>{s.silent_paragraphs}</summary><ul>{silent}</ul></details>
        </article>
    }
    .into_any()
}

/// One claim alone, with the claims that say otherwise in full beside it and its places.
pub fn claim(cx: &Scope, claim: &Claim) -> AnyView {
    let s = cx.strings();
    let commentary = cx.atlas.commentary(&claim.commentary);
    let pairs: Vec<(&Claim, &Claim)> =
        claim.disputes.iter().filter_map(|id| cx.atlas.claim(id)).map(|other| (claim, other)).collect();
    view! {
        <article class="reading">
            <p class="kind">{s.commentary}</p>
            <h1 tabindex="-1">{commentary.map(|commentary| source_link(cx, commentary))}</h1>
            <p class="meta">{commentary.map(|commentary| byline(cx, commentary))}</p>
            {claim_card(cx, claim, Omit { source: true, places: true })}
            <section><h2>{s.places_concerned}</h2>{place_chips(cx, &claim.places)}</section>
            {opposing(cx, &pairs)}
        </article>
    }
    .into_any()
}

/// The list of commentaries.
pub fn index(cx: &Scope) -> AnyView {
    let s = cx.strings();
    let rows = cx
        .atlas
        .commentaries
        .iter()
        .map(|commentary| {
            let claims = cx.atlas.claims.iter().filter(|claim| claim.commentary == commentary.id).count();
            view! {
                <section class="source-card">
                    <h2>{source_link(cx, commentary)}</h2>
                    <p class="meta">{byline(cx, commentary)}</p>
                    {statement(cx, "", &commentary.about)}
                    <p class="meta">
                        {format::digits(cx.lang, &format!("{claims} "))}{s.claims}" · "
                        {format::digits(cx.lang, &format!("{} ", commentary.paragraphs))}{s.paragraphs}
                    </p>
                </section>
            }
        })
        .collect_view();
    view! {
        <article class="reading">
            <p class="kind">{s.commentary}</p>
            <h1 tabindex="-1">{s.what_commentators_say}</h1>
            <p class="lead">{s.commentary_intro}</p>
            {rows}
        </article>
    }
    .into_any()
}

/// All disagreements, side by side.
pub fn compare(cx: &Scope) -> AnyView {
    let s = cx.strings();
    let claims: Vec<&Claim> = cx.atlas.claims.iter().collect();
    let groups = pairs_by_place(cx, &opposing_pairs(&claims));
    let groups = groups
        .into_iter()
        .map(|(place, pairs)| {
            let heading = match place.and_then(|id| cx.atlas.feature(&id)) {
                Some(feature) => {
                    let href = cx.href(Page::Place(feature.id.clone()));
                    view! { <a href=href data-feature=feature.id.clone()>{inline(cx, &feature.name)}</a> }.into_any()
                }
                None => s.treaty.into_any(),
            };
            view! { <section class="disagreement"><h2>{heading}</h2>{opposing(cx, &pairs)}</section> }
        })
        .collect_view();
    view! {
        <article class="reading">
            <p class="kind">{s.compare}</p>
            <h1 tabindex="-1">{s.opposing_readings}</h1>
            <p class="lead">{s.compare_intro}</p>
            {groups}
        </article>
    }
    .into_any()
}

type Pairs<'a> = Vec<(&'a Claim, &'a Claim)>;

/// Groups pairs under the first place, other than the two parties, that both claims concern.
fn pairs_by_place<'a>(cx: &Scope, pairs: &[(&'a Claim, &'a Claim)]) -> Vec<(Option<String>, Pairs<'a>)> {
    let is_party = |id: &str| matches!(id, "russia" | "iran");
    let shared = |one: &Claim, other: &Claim| {
        cx.atlas
            .features
            .iter()
            .map(|feature| &feature.id)
            .find(|id| !is_party(id) && one.places.contains(id) && other.places.contains(id))
            .cloned()
    };
    let mut groups: Vec<(Option<String>, Pairs<'a>)> = Vec::new();
    for (one, other) in pairs {
        let place = shared(one, other);
        match groups.iter_mut().find(|(known, _)| *known == place) {
            Some((_, pairs)) => pairs.push((one, other)),
            None => groups.push((place, vec![(one, other)])),
        }
    }
    groups.sort_by_key(|(place, _)| place.is_none());
    groups
}
