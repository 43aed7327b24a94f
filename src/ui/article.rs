//! The reading panels of the treaty: one article, and the list of all.

use super::scope::Scope;
use super::parts::{claims_by_commentary, inline, opposing, opposing_pairs, paragraph, place_chip, provenance, statement};
use super::route::Page;
use super::{format, strings};
use crate::atlas::{Article, ArticleRef, Confidence};
use leptos::prelude::*;

/// The number of an article as a heading: `Article 12`, `Preamble`.
pub fn article_name(cx: &Scope, number: u8) -> String {
    let s = cx.strings();
    match number {
        0 => s.preamble.to_string(),
        _ => format!("{} {}", s.article, format::digits(cx.lang, &number.to_string())),
    }
}

/// One article: what it says, the places it concerns and what commentators make of it.
pub fn article(cx: &Scope, article: &Article) -> AnyView {
    let s = cx.strings();
    let claims = cx.links.claims_of_article(&cx.atlas, article.number);
    let places = cx.links.places_of_article(&cx.atlas, article.number);
    let pairs = opposing_pairs(&claims);
    let sections = (!article.sections.is_empty()).then(|| {
        let rows = article
            .sections
            .iter()
            .map(|section| {
                let reference = ArticleRef { section: Some(section.number), ..ArticleRef::article(article.number) };
                view! {
                    <li id=format!("s{}", section.number) data-article=reference.to_string()>
                        <b>{format::digits(cx.lang, &reference.to_string())}</b>
                        {statement(cx, "", &section.summary)}
                    </li>
                }
            })
            .collect_view();
        view! { <section><h2>{s.sections}</h2><ol class="sections">{rows}</ol></section> }
    });
    let places = (!places.is_empty()).then(|| {
        let chips = places.into_iter().map(|place| view! { <li>{place_chip(cx, place)}</li> }).collect_view();
        view! { <section><h2>{s.places_concerned}</h2><ul class="chips">{chips}</ul></section> }
    });
    let commentary = if claims.is_empty() {
        view! { <p class="none">{s.no_claims_article}</p> }.into_any()
    } else {
        claims_by_commentary(cx, &claims, false)
    };
    let official = (article.summary.confidence == Confidence::Unverified).then(|| official_texts(cx));
    view! {
        <article class="reading" data-article=article.number.to_string()>
            <p class="kind">{article_name(cx, article.number)}</p>
            <h1 tabindex="-1">{inline(cx, &article.title)}</h1>
            {statement(cx, "lead", &article.summary)}
            {article.note.as_ref().map(|note| paragraph(cx, "note", note))}
            {official}
            {sections}
            {places}
            {opposing(cx, &pairs)}
            <section>
                <h2>{s.what_commentators_say}</h2>
                {commentary}
            </section>
            {neighbours(cx, article.number)}
        </article>
    }
    .into_any()
}

fn neighbours(cx: &Scope, number: u8) -> AnyView {
    let s = cx.strings();
    let link = |number: u8, word: &'static str, rel: &'static str| {
        cx.atlas.article(number).map(|article| {
            let href = cx.href(Page::Article(number));
            view! {
                <a href=href data-article=number.to_string() rel=rel>
                    <small>{word}</small>{article_name(cx, number)}" "<span>{inline(cx, &article.title)}</span>
                </a>
            }
        })
    };
    view! {
        <nav class="neighbours" aria-label=s.articles>
            {number.checked_sub(1).and_then(|number| link(number, s.previous, "prev"))}
            {link(number + 1, s.next, "next")}
        </nav>
    }
    .into_any()
}

/// Where the official text is published.
pub fn official_texts(cx: &Scope) -> AnyView {
    let rows = cx
        .atlas
        .treaty
        .official
        .iter()
        .map(|official| {
            let name = inline(cx, &official.statement.text);
            let name = match official.url.clone() {
                Some(url) => view! { <a href=url rel="noreferrer">{name}</a> }.into_any(),
                None => name,
            };
            view! { <li>{name}{provenance(cx, &official.statement.sources, Some(official.statement.confidence))}</li> }
        })
        .collect_view();
    view! { <section class="official"><h2>{cx.strings().official_texts}</h2><ul>{rows}</ul></section> }.into_any()
}

/// The treaty: its dates and the list of its articles.
pub fn treaty(cx: &Scope) -> AnyView {
    let s = cx.strings();
    let treaty = &cx.atlas.treaty;
    let steps = treaty
        .steps
        .iter()
        .map(|step| {
            view! {
                <li>
                    <time datetime=step.date.to_string()>{format::day(cx.lang, step.date)}</time>
                    <p><b>{strings::step(cx.lang, &step.kind).to_string()}". "</b>{inline(cx, &step.statement.text)}</p>
                    {provenance(cx, &step.statement.sources, Some(step.statement.confidence))}
                </li>
            }
        })
        .collect_view();
    let rows = cx
        .atlas
        .articles
        .iter()
        .map(|article| {
            let number = match article.number {
                0 => "·".to_string(),
                number => format::digits(cx.lang, &number.to_string()),
            };
            let places = cx.links.places_of_article(&cx.atlas, article.number).len();
            let claims = cx.links.claims_of_article(&cx.atlas, article.number).len();
            let unverified = (article.summary.confidence == Confidence::Unverified)
                .then(|| view! { <small class="unverified">{strings::confidence(cx.lang, Confidence::Unverified)}</small> });
            let counts = format::digits(cx.lang, &format!("{places} / {claims}"));
            view! {
                <li>
                    <a href=cx.href(Page::Article(article.number)) data-article=article.number.to_string()>
                        <b>{number}</b><span>{inline(cx, &article.title)}{unverified}</span>
                        <span class="count" title=format!("{} / {}", s.places, s.claims)>{counts}</span>
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <article class="reading">
            <p class="kind">{s.treaty}</p>
            <h1 tabindex="-1">{inline(cx, &treaty.name)}</h1>
            <section class="history"><h2>{s.dates}</h2><ol>{steps}</ol></section>
            {treaty.duration.as_ref().map(|duration| view! { <section><h2>{s.duration}</h2>{statement(cx, "", duration)}</section> })}
            {treaty.languages.as_ref().map(|languages| statement(cx, "", languages))}
            {treaty.notes.iter().map(|note| statement(cx, "note", note)).collect_view()}
            <section><h2>{s.articles}</h2><ol class="article-list">{rows}</ol></section>
            {official_texts(cx)}
        </article>
    }
    .into_any()
}
