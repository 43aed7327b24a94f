//! Small pieces that all panels share: chips, statements with their sources, claim cards.

use super::scope::{Scope, Words};
use super::route::Page;
use super::{format, strings};
use crate::atlas::{ArticleRef, Basis, Claim, Commentary, Confidence, Feature, Statement, Target, Text};
use leptos::prelude::*;

/// A paragraph of text, marked when it is not in the language of the page.
pub fn paragraph(cx: &Scope, class: &'static str, text: &Text) -> AnyView {
    let Words { text, lang, dir } = cx.words(text);
    view! { <p class=class lang=lang dir=dir>{text}</p> }.into_any()
}

/// A run of text within a line, isolated from the direction of its surroundings.
pub fn inline(cx: &Scope, text: &Text) -> AnyView {
    let Words { text, lang, dir } = cx.words(text);
    view! { <bdi lang=lang dir=dir>{text}</bdi> }.into_any()
}

/// A statement followed by where it is from, which opens on demand.
pub fn statement(cx: &Scope, class: &'static str, statement: &Statement) -> AnyView {
    view! {
        <div class="statement">
            {paragraph(cx, class, &statement.text)}
            {provenance(cx, &statement.sources, Some(statement.confidence))}
        </div>
    }
    .into_any()
}

/// Where something is from: a line that opens into the list of sources.
pub fn provenance(cx: &Scope, sources: &[String], confidence: Option<Confidence>) -> AnyView {
    let s = cx.strings();
    let label = match confidence {
        Some(confidence @ (Confidence::Text | Confidence::Summary | Confidence::Commentary | Confidence::Unverified)) => {
            strings::confidence(cx.lang, confidence)
        }
        _ if sources.len() == 1 => s.source,
        _ => s.sources,
    };
    let class = if confidence == Some(Confidence::Unverified) { "prov unverified" } else { "prov" };
    if sources.is_empty() {
        return view! { <p class=class>{label}</p> }.into_any();
    }
    let count = format::digits(cx.lang, &sources.len().to_string());
    view! {
        <details class=class>
            <summary>{label}" "<span class="count">{count}</span></summary>
            <ul>{sources.iter().map(|id| view! { <li>{citation(cx, id)}</li> }).collect_view()}</ul>
        </details>
    }
    .into_any()
}

/// One source by id: a document with its date and address, or a commentary of the atlas.
fn citation(cx: &Scope, id: &str) -> AnyView {
    if let Some(commentary) = cx.atlas.commentary(id) {
        return source_link(cx, commentary);
    }
    let Some(document) = cx.atlas.document(id) else {
        return view! { <span>{id.to_string()}</span> }.into_any();
    };
    let date = document.date.map_or_else(|| cx.strings().date_unknown.to_string(), |date| format::day(cx.lang, date));
    let title = match &document.url {
        Some(url) => {
            view! { <a href=url.clone() rel="noreferrer">{document.title.clone()}</a> }.into_any()
        }
        None => view! { <span>{document.title.clone()}</span> }.into_any(),
    };
    view! {
        <cite lang="en" dir="ltr">{document.publisher.clone()}", "{title}", "</cite>
        <span class="date">{date}</span>
    }
    .into_any()
}

/// A link to a commentary under its short name.
pub fn source_link(cx: &Scope, commentary: &Commentary) -> AnyView {
    let href = cx.href(Page::Source(commentary.id.clone()));
    view! { <a class="source" href=href data-source=commentary.id.clone()>{inline(cx, &commentary.short)}</a> }.into_any()
}

/// A link to a place.
pub fn place_chip(cx: &Scope, feature: &Feature) -> AnyView {
    let href = cx.href(Page::Place(feature.id.clone()));
    view! {
        <a class=format!("chip place {}", layer_class(feature)) href=href data-feature=feature.id.clone()>
            {inline(cx, feature.map_name())}
        </a>
    }
    .into_any()
}

/// Links to places by id, as a list.
pub fn place_chips(cx: &Scope, ids: &[String]) -> AnyView {
    let chips = ids
        .iter()
        .filter_map(|id| cx.atlas.feature(id))
        .map(|feature| view! { <li>{place_chip(cx, feature)}</li> })
        .collect_view();
    view! { <ul class="chips">{chips}</ul> }.into_any()
}

/// The CSS class that gives a feature the colour of its layer.
pub fn layer_class(feature: &Feature) -> &'static str {
    use crate::atlas::Layer::*;
    match feature.layer {
        Corridor => "layer-corridor",
        Energy => "layer-energy",
        Syunik => "layer-syunik",
        Caspian => "layer-caspian",
        Security => "layer-security",
        Cities => "layer-cities",
        Regions => "layer-regions",
        States => "layer-states",
    }
}

/// A link to an article, a section or a group, with its title.
pub fn article_chip(cx: &Scope, reference: ArticleRef, basis: Basis, with_title: bool) -> AnyView {
    let s = cx.strings();
    let href = cx.href(Page::Article(reference.first));
    let number = if reference == ArticleRef::article(0) {
        s.preamble.to_string()
    } else {
        format::digits(cx.lang, &reference.to_string().replace('-', "–"))
    };
    let title = (with_title && reference.first == reference.last && reference.first > 0)
        .then(|| cx.atlas.article(reference.first))
        .flatten()
        .map(|article| view! { " "<span class="chip-title">{inline(cx, &article.title)}</span> });
    let (class, hint) = match basis {
        Basis::Explicit => ("chip article", s.explicit),
        Basis::Inferred => ("chip article inferred", s.inferred),
    };
    let spoken = if reference.first == reference.last { s.article } else { s.articles_range };
    view! {
        <a class=class href=href data-article=reference.to_string() title=hint>
            {(reference != ArticleRef::article(0)).then(|| view! { <span class="spoken">{spoken}" "</span> })}
            <b>{number}</b>{title}
        </a>
    }
    .into_any()
}

/// The paragraph of a claim as it is cited: `¶ 12`.
pub fn paragraph_mark(cx: &Scope, claim: &Claim) -> String {
    format!("{} {}", cx.strings().paragraph, format::digits(cx.lang, &claim.paragraph.replace('-', "–")))
}

/// What a claim card leaves out because its surroundings say it already.
#[derive(Clone, Copy, Default)]
pub struct Omit {
    /// The commentary is named above.
    pub source: bool,
    /// The place whose page this is needs no link to itself; all place links are left out.
    pub places: bool,
}

/// A claim as a card: who says it, where, in which stance, about which articles and places, and who disagrees.
pub fn claim_card(cx: &Scope, claim: &Claim, omit: Omit) -> AnyView {
    let s = cx.strings();
    let stance = strings::stance(cx.lang, claim.stance);
    let commentary = (!omit.source)
        .then(|| cx.atlas.commentary(&claim.commentary))
        .flatten()
        .map(|commentary| view! { {source_link(cx, commentary)}" · " });
    let toward = claim.toward.as_ref().map(|toward| view! { " ("{inline(cx, toward)}")" });
    let speaker = claim.speaker.clone().map(|speaker| view! { " · "{s.quoting}" "<bdi lang="en">{speaker}</bdi> });
    let articles = claim
        .articles
        .iter()
        .map(|link| view! { <li>{article_chip(cx, link.article, link.basis, false)}</li> })
        .collect_view();
    let places = (!omit.places).then(|| {
        claim
            .places
            .iter()
            .filter_map(|id| cx.atlas.feature(id))
            .map(|feature| view! { <li>{place_chip(cx, feature)}</li> })
            .collect_view()
    });
    let figures = (!claim.figures.is_empty()).then(|| {
        view! { <p class="figures">{s.figures_named}": "<bdi lang="en" dir="ltr">{claim.figures.join("; ")}</bdi></p> }
    });
    let checked = claim.checked.as_ref().map(|check| {
        view! {
            <div class="checked">
                <b>{s.other_evidence}</b>
                {statement(cx, "", check)}
            </div>
        }
    });
    let permalink = cx.href_of_target(&Target::Claim(claim.id.clone()));
    view! {
        <article class=format!("claim stance-{}", stance_class(claim)) data-claim=claim.id.clone() id=claim.id.clone()>
            <header>
                {commentary}
                <a class="pilcrow" href=permalink data-claim=claim.id.clone()>{paragraph_mark(cx, claim)}</a>
                " · "<span class="stance">{stance}{toward}</span>{speaker}
            </header>
            {paragraph(cx, "claim-text", &claim.text)}
            {figures}
            <ul class="chips">{articles}{places}</ul>
            {disputes(cx, claim)}
            {checked}
        </article>
    }
    .into_any()
}

/// The CSS class of a claim's stance.
pub fn stance_class(claim: &Claim) -> &'static str {
    use crate::atlas::Stance::*;
    match claim.stance {
        Supportive => "supportive",
        Critical => "critical",
        Sceptical => "sceptical",
        Descriptive => "descriptive",
    }
}

/// Links to the claims that say otherwise.
fn disputes(cx: &Scope, claim: &Claim) -> Option<AnyView> {
    let others: Vec<AnyView> = claim
        .disputes
        .iter()
        .filter_map(|id| cx.atlas.claim(id))
        .map(|other| {
            let href = cx.href_of_target(&Target::Claim(other.id.clone()));
            let name = cx.atlas.commentary(&other.commentary).map(|commentary| inline(cx, &commentary.short));
            view! {
                <li>
                    <a href=href data-claim=other.id.clone()>{name}" "{paragraph_mark(cx, other)}</a>
                </li>
            }
            .into_any()
        })
        .collect();
    (!others.is_empty()).then(|| {
        view! { <div class="disputes"><b>{cx.strings().says_otherwise}</b><ul>{others}</ul></div> }.into_any()
    })
}

/// Claims grouped by commentary, each group foldable where there are many.
pub fn claims_by_commentary(cx: &Scope, claims: &[&Claim], omit_places: bool) -> AnyView {
    let fold = claims.len() > 14;
    cx.atlas
        .commentaries
        .iter()
        .filter_map(|commentary| {
            let own: Vec<&&Claim> = claims.iter().filter(|claim| claim.commentary == commentary.id).collect();
            if own.is_empty() {
                return None;
            }
            let cards = own
                .iter()
                .map(|claim| claim_card(cx, claim, Omit { source: true, places: omit_places }))
                .collect_view();
            let count = format::digits(cx.lang, &own.len().to_string());
            let heading = view! { <h3>{source_link(cx, commentary)}" "<span class="count">{count}</span></h3> };
            Some(if fold {
                view! { <details class="by-source"><summary>{heading}</summary>{cards}</details> }.into_any()
            } else {
                view! { <section class="by-source">{heading}{cards}</section> }.into_any()
            })
        })
        .collect_view()
        .into_any()
}

/// Pairs among `claims` that contradict each other, each pair once, in reading order.
pub fn opposing_pairs<'a>(claims: &[&'a Claim]) -> Vec<(&'a Claim, &'a Claim)> {
    let mut pairs = Vec::new();
    for (index, claim) in claims.iter().enumerate() {
        for other in &claims[index + 1..] {
            if claim.disputes.contains(&other.id) {
                pairs.push((*claim, *other));
            }
        }
    }
    pairs
}

/// Opposing readings side by side.
pub fn opposing(cx: &Scope, pairs: &[(&Claim, &Claim)]) -> Option<AnyView> {
    if pairs.is_empty() {
        return None;
    }
    let short = |claim: &Claim| {
        let href = cx.href_of_target(&Target::Claim(claim.id.clone()));
        let name = cx.atlas.commentary(&claim.commentary).map(|commentary| source_link(cx, commentary));
        view! {
            <div class=format!("reading stance-{}", stance_class(claim))>
                <b>{name}</b>
                <p class="meta">
                    {strings::stance(cx.lang, claim.stance)}" · "
                    <a href=href data-claim=claim.id.clone()>{paragraph_mark(cx, claim)}</a>
                </p>
                {paragraph(cx, "claim-text", &claim.text)}
            </div>
        }
    };
    let rows = pairs
        .iter()
        .map(|(one, other)| view! { <div class="pair">{short(one)}{short(other)}</div> })
        .collect_view();
    Some(view! { <section class="opposing"><h2>{cx.strings().opposing_readings}</h2>{rows}</section> }.into_any())
}
