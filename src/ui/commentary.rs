//! The reading panels of the commentaries: one source, one claim, the list of all, and disagreements.

use super::format;
use super::parts::{
    Omit, Pair, claim_card, inline, opposing, opposing_pairs, pair_rows, paragraph, place_chips, source_link, statement,
};
use super::route::Page;
use super::scope::Scope;
use crate::atlas::{Claim, Commentary, sort};
use maud::{Markup, html};

/// Author, outlet and date of a commentary in one line.
pub fn byline(cx: &Scope, commentary: &Commentary) -> String {
    let s = cx.strings();
    let known = |text: &str, unknown: &str| if text.is_empty() { unknown.to_string() } else { text.to_string() };
    let date = commentary.date.map_or_else(|| s.date_unknown.to_string(), |date| format::day(cx.lang, date));
    format!(
        "{} · {} · {date}",
        known(&commentary.author, s.author_unknown),
        known(&commentary.outlet, s.outlet_unknown)
    )
}

/// One commentary with all its claims in the order of its paragraphs.
pub fn commentary(cx: &Scope, commentary: &Commentary) -> Markup {
    let s = cx.strings();
    html! {
        article.reading data-source=(commentary.id) {
            p.kind { (s.commentary) }
            h1 tabindex="-1" {
                @if commentary.title.is_empty() { (inline(cx, &commentary.short)) }
                @else { cite lang=(commentary.language) { "“" (commentary.title) "”" } }
            }
            p.meta { (byline(cx, commentary)) }
            @if let Some(note) = &commentary.date_note { (paragraph(cx, "meta", note)) }
            (statement(cx, "lead", &commentary.about))
            @if let Some(url) = &commentary.url { p.meta { a href=(url) rel="noreferrer" { (url) } } }
            section {
                h2 { (s.claims) }
                @for claim in cx.atlas.claims.iter().filter(|claim| claim.commentary == commentary.id) {
                    (claim_card(cx, claim, Omit { source: true, places: false }))
                }
            }
            @if !commentary.silent.is_empty() {
                details.silent {
                    summary { (s.silent_paragraphs) }
                    ul {
                        @for silence in &commentary.silent {
                            li {
                                (s.paragraph) " " (format::digits(cx.lang, &silence.paragraphs.replace('-', "–"))) ": "
                                (inline(cx, &silence.reason))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// One claim alone, with its places and the claims that say otherwise in full.
pub fn claim(cx: &Scope, claim: &Claim) -> Markup {
    let s = cx.strings();
    let pairs: Vec<Pair> =
        claim.disputes.iter().filter_map(|id| cx.atlas.claim(id)).map(|other| (claim, other)).collect();
    html! {
        article.reading {
            p.kind { (s.commentary) }
            @if let Some(commentary) = cx.atlas.commentary(&claim.commentary) {
                h1 tabindex="-1" { (source_link(cx, commentary)) }
                p.meta { (byline(cx, commentary)) }
            }
            (claim_card(cx, claim, Omit { source: true, places: true }))
            section { h2 { (s.places_concerned) } (place_chips(cx, &claim.places)) }
            (opposing(cx, &pairs))
        }
    }
}

/// The list of commentaries.
pub fn index(cx: &Scope) -> Markup {
    let s = cx.strings();
    html! {
        article.reading {
            p.kind { (s.commentary) }
            h1 tabindex="-1" { (s.what_commentators_say) }
            p.lead { (s.commentary_intro) }
            @for commentary in &cx.atlas.commentaries {
                @let claims = cx.atlas.claims.iter().filter(|claim| claim.commentary == commentary.id).count();
                section.source-card {
                    h2 { (source_link(cx, commentary)) }
                    p.meta { (byline(cx, commentary)) }
                    (statement(cx, "", &commentary.about))
                    p.meta {
                        (format::count(cx.lang, claims, s.one_claim, s.claims)) " · "
                        (format::digits(cx.lang, &commentary.paragraphs.to_string())) " " (s.paragraphs)
                    }
                }
            }
        }
    }
}

/// All disagreements, side by side.
pub fn compare(cx: &Scope) -> Markup {
    let s = cx.strings();
    let claims: Vec<&Claim> = cx.atlas.claims.iter().collect();
    html! {
        article.reading {
            p.kind { (s.compare) }
            h1 tabindex="-1" { (s.opposing_readings) }
            p.lead { (s.compare_intro) }
            @for (place, pairs) in pairs_by_place(cx, &opposing_pairs(&claims)) {
                section.disagreement {
                    h2 {
                        @if let Some(feature) = place.and_then(|id| cx.feature(&id)) {
                            a href=(cx.href(Page::Place(feature.id.clone()))) data-feature=(feature.id) {
                                (inline(cx, &feature.name))
                            }
                        } @else {
                            (s.treaty)
                        }
                    }
                    (pair_rows(cx, &pairs))
                }
            }
        }
    }
}

/// Groups pairs under the first place, other than the two parties, that both claims concern.
fn pairs_by_place<'a>(cx: &Scope, pairs: &[Pair<'a>]) -> Vec<(Option<String>, Vec<Pair<'a>>)> {
    let is_party = |id: &str| matches!(id, "russia" | "iran");
    let shared = |one: &Claim, other: &Claim| {
        let ids = cx.atlas.features.iter().map(|feature| &feature.id);
        ids.filter(|id| !is_party(id)).find(|id| one.places.contains(id) && other.places.contains(id)).cloned()
    };
    let mut groups: Vec<(Option<String>, Vec<Pair<'a>>)> = Vec::new();
    for pair in pairs {
        let place = shared(pair.0, pair.1);
        match groups.iter_mut().find(|(known, _)| *known == place) {
            Some((_, pairs)) => pairs.push(*pair),
            None => groups.push((place, vec![*pair])),
        }
    }
    sort(&mut groups, |(one, _), (other, _)| one.is_none().cmp(&other.is_none()));
    groups
}
