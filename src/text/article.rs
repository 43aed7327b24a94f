//! The reading panels of the treaty: one article, and the list of all.

use super::list;
use super::parts::{
    Omit, claim_card, claim_link, claims_by_commentary, inline, opposing, opposing_pairs, paragraph, provenance,
    statement,
};
use super::scope::Scope;
use super::titles::article_name;
use super::{format, strings};
use atlas_model::list::List;
use atlas_model::route::Page;
use atlas_model::{Article, ArticleRef, Claim, Confidence, Section};
use maud::{Markup, html};

/// One article: what it says section by section, the places it concerns and what commentators make of it.
pub fn article(cx: &Scope, article: &Article) -> Markup {
    let s = cx.strings();
    let claims = cx.links.claims_of_article(&cx.atlas, article.number);
    html! {
        article.reading data-article=(article.number) {
            p.kind { (article_name(cx, article.number)) }
            h1 tabindex="-1" { (inline(cx, &article.title)) }
            (statement(cx, "lead", &article.summary))
            (themes(cx, article))
            @if let Some(note) = &article.note { (paragraph(cx, "note-text", note)) }
            @if article.summary.confidence == Confidence::Unverified { (official_texts(cx)) }
            @if !article.sections.is_empty() {
                section {
                    h2 { (s.sections()) }
                    ol.sections { @for section in &article.sections { (numbered(cx, article, section, &claims)) } }
                }
            }
            (opposing(cx, &opposing_pairs(&claims)))
            (as_a_whole(cx, article, &claims))
            nav.neighbours aria-label=(s.articles()) {
                @if let Some(before) = article.number.checked_sub(1) { (neighbour(cx, before, s.previous(), "prev")) }
                (neighbour(cx, article.number + 1, s.next(), "next"))
            }
        }
    }
}

fn themes(cx: &Scope, article: &Article) -> Markup {
    html! {
        @if !article.themes.is_empty() {
            p.meta {
                (cx.strings().themes()) ": "
                @for (at, theme) in article.themes.iter().enumerate() { @if at > 0 { " · " } (inline(cx, theme)) }
            }
        }
    }
}

fn reference(article: &Article, section: &Section) -> ArticleRef {
    ArticleRef { section: Some(section.number), ..ArticleRef::article(article.number) }
}

/// The first section of an article that a claim is about.
fn first_section<'a>(article: &'a Article, claim: &Claim) -> Option<&'a Section> {
    let about = |section: &&Section| claim.articles.iter().any(|link| link.article == reference(article, section));
    article.sections.iter().find(about)
}

/// A section with its places and claims. A claim about several stands in the first of them, and is linked from others.
fn numbered(cx: &Scope, article: &Article, section: &Section, claims: &[&Claim]) -> Markup {
    let reference = reference(article, section);
    let places = cx.links.places_of_references(&cx.atlas, &|known| known == reference);
    let about = |claim: &&&Claim| claim.articles.iter().any(|link| link.article == reference);
    html! {
        li id={ "s" (section.number) } data-article=(reference) {
            b { (format::digits(cx.strings(), &reference.to_string())) }
            div {
                (statement(cx, "", &section.summary))
                @if !places.is_empty() { (list::chips_with_basis(cx, &places, List::Article(article.number))) }
                @for claim in claims.iter().filter(about) {
                    @if first_section(article, claim).is_some_and(|first| first.number == section.number) {
                        (claim_card(cx, claim, Omit::default()))
                    } @else {
                        p.meta { (claim_link(cx, claim)) }
                    }
                }
            }
        }
    }
}

/// The places and claims that belong to no section.
fn as_a_whole(cx: &Scope, article: &Article, claims: &[&Claim]) -> Markup {
    let s = cx.strings();
    let claims: Vec<&Claim> = claims.iter().filter(|claim| first_section(article, claim).is_none()).copied().collect();
    let in_section = |known: ArticleRef| article.sections.iter().any(|section| known == reference(article, section));
    let mut places = cx.links.places_of_references(&cx.atlas, &|known| known.covers(article.number));
    let told = cx.links.places_of_references(&cx.atlas, &in_section);
    places.retain(|(place, _)| !told.iter().any(|(known, _)| known.id == place.id));
    let divided = !article.sections.is_empty();
    html! {
        @if divided && (!places.is_empty() || !claims.is_empty()) { h2 { (s.as_a_whole()) } }
        @if !places.is_empty() {
            section {
                @if divided { h3 { (s.places_concerned()) } } @else { h2 { (s.places_concerned()) } }
                (list::chips_with_basis(cx, &places, List::Article(article.number)))
            }
        }
        @if !claims.is_empty() || !divided {
            section {
                @if divided { h3 { (s.what_commentators_say()) } } @else { h2 { (s.what_commentators_say()) } }
                @if claims.is_empty() { p.none { (s.no_claims_article()) } }
                @else { (claims_by_commentary(cx, &claims, false)) }
            }
        }
    }
}

fn neighbour(cx: &Scope, number: u8, word: &str, rel: &str) -> Markup {
    html! {
        @if let Some(article) = cx.atlas.article(number) {
            a href=(cx.href(Page::Article(number))) data-article=(number) rel=(rel) {
                small { (word) }
                (article_name(cx, number)) " " span { (inline(cx, &article.title)) }
            }
        }
    }
}

/// Where the official text is published.
pub fn official_texts(cx: &Scope) -> Markup {
    html! {
        section.official {
            h2 { (cx.strings().official_texts()) }
            ul {
                @for official in &cx.atlas.treaty.official {
                    li {
                        @if let Some(url) = &official.url {
                            a href=(url) rel="noreferrer" { (inline(cx, &official.statement.text)) }
                        } @else {
                            (inline(cx, &official.statement.text))
                        }
                        (provenance(cx, &official.statement.sources, Some(official.statement.confidence)))
                        @if let Some(note) = &official.note { (paragraph(cx, "note-text", note)) }
                    }
                }
            }
        }
    }
}

/// The treaty: its dates and the list of its articles.
pub fn treaty(cx: &Scope) -> Markup {
    let s = cx.strings();
    let treaty = &cx.atlas.treaty;
    html! {
        article.reading {
            p.kind { (s.treaty()) }
            h1 tabindex="-1" { (inline(cx, &treaty.name)) }
            section { h2 { (s.articles()) } ol.article-list { @for article in &cx.atlas.articles { (row(cx, article)) } } }
            section.history {
                h2 { (s.dates()) }
                ol {
                    @for step in &treaty.steps {
                        li {
                            time datetime=(step.date) { (format::day(cx.strings(), step.date)) }
                            p { b { (strings::step(cx.strings(), &step.kind)) ". " } (inline(cx, &step.statement.text)) }
                            (provenance(cx, &step.statement.sources, Some(step.statement.confidence)))
                        }
                    }
                }
            }
            @if let Some(duration) = &treaty.duration { section { h2 { (s.duration()) } (statement(cx, "", duration)) } }
            @for fact in [&treaty.entry_rule, &treaty.contents, &treaty.languages].into_iter().flatten() {
                (statement(cx, "", fact))
            }
            @for note in &treaty.notes { (statement(cx, "", note)) }
            (official_texts(cx))
        }
    }
}

fn row(cx: &Scope, article: &Article) -> Markup {
    let s = cx.strings();
    let places = cx.links.places_of_article(&cx.atlas, article.number).len();
    let claims = cx.links.claims_of_article(&cx.atlas, article.number).len();
    let number =
        if article.number == 0 { "·".into() } else { format::digits(cx.strings(), &article.number.to_string()) };
    html! {
        li {
            a href=(cx.href(Page::Article(article.number))) data-article=(article.number) {
                b { (number) }
                span {
                    (inline(cx, &article.title))
                    @if article.summary.confidence == Confidence::Unverified {
                        small.unverified { (strings::confidence(cx.strings(), Confidence::Unverified)) }
                    }
                }
                span.count {
                    (format::count(cx.strings(), places, s.one_place(), s.places_counted())) " · "
                    (format::count(cx.strings(), claims, s.one_claim(), s.claims()))
                }
            }
        }
    }
}
