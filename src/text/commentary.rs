//! The reading panels of the commentaries: one source, one claim, the list of all, and disagreements.

use super::format;
use super::parts::{
    Disagreement, Omit, Pair, claim_card, disagreements, gathered, inline, opposing, opposing_pairs, paragraph,
    place_chips, source_link, statement,
};
use super::scope::Scope;
use atlas_model::route::Page;
use atlas_model::{Claim, Commentary, Feature, sort};
use maud::{Markup, html};

/// Author, outlet and date of a commentary in one line.
pub fn byline(cx: &Scope, commentary: &Commentary) -> String {
    let s = cx.strings();
    let known = |text: &str, unknown: &str| if text.is_empty() { unknown.to_string() } else { text.to_string() };
    let date = commentary.date.map_or_else(|| s.date_unknown().to_string(), |date| format::day(cx.strings(), date));
    format!(
        "{} · {} · {date}",
        known(&commentary.author, s.author_unknown()),
        known(&commentary.outlet, s.outlet_unknown())
    )
}

/// One commentary with all its claims in the order of its paragraphs.
pub fn commentary(cx: &Scope, commentary: &Commentary) -> Markup {
    let s = cx.strings();
    html! {
        article.reading data-source=(commentary.id) {
            p.kind { (s.commentary()) }
            h1 tabindex="-1" {
                @if commentary.title.is_empty() { (inline(cx, &commentary.short)) }
                @else { cite lang=(commentary.language) { "“" (commentary.title) "”" } }
            }
            p.meta { (byline(cx, commentary)) }
            @if let Some(note) = &commentary.date_note { (paragraph(cx, "meta", note)) }
            (statement(cx, "lead", &commentary.about))
            @if let Some(url) = &commentary.url { p.meta { a href=(url) rel="noreferrer" { (url) } } }
            section {
                h2 { (s.claims()) }
                @for claim in cx.atlas.claims.iter().filter(|claim| claim.commentary == commentary.id) {
                    (claim_card(cx, claim, Omit { source: true, places: false }))
                }
            }
            @if !commentary.silent.is_empty() {
                details.silent {
                    summary { (s.silent_paragraphs()) }
                    ul {
                        @for silence in &commentary.silent {
                            li {
                                (s.paragraph()) " " (format::digits(cx.strings(), &silence.paragraphs.replace('-', "–"))) ": "
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
            p.kind { (s.commentary()) }
            @if let Some(commentary) = cx.atlas.commentary(&claim.commentary) {
                h1 tabindex="-1" { (source_link(cx, commentary)) }
                p.meta { (byline(cx, commentary)) }
            }
            (claim_card(cx, claim, Omit { source: true, places: true }))
            section { h2 { (s.places_concerned()) } (place_chips(cx, &claim.places)) }
            (opposing(cx, &pairs))
        }
    }
}

/// The list of commentaries.
pub fn index(cx: &Scope) -> Markup {
    let s = cx.strings();
    html! {
        article.reading {
            p.kind { (s.commentary()) }
            h1 tabindex="-1" { (s.what_commentators_say()) }
            p.lead { (cx.profile().commentaries.get(cx.lang)) }
            @for commentary in &cx.atlas.commentaries {
                @let claims = cx.atlas.claims.iter().filter(|claim| claim.commentary == commentary.id).count();
                section.source-card {
                    h2 { (source_link(cx, commentary)) }
                    p.meta { (byline(cx, commentary)) }
                    (statement(cx, "", &commentary.about))
                    p.meta {
                        (format::count(cx.strings(), claims, s.one_claim(), s.claims())) " · "
                        (format::digits(cx.strings(), &commentary.paragraphs.to_string())) " " (s.paragraphs())
                    }
                }
            }
        }
    }
}

/// All disagreements, side by side, each claim told once.
pub fn compare(cx: &Scope) -> Markup {
    let s = cx.strings();
    let claims: Vec<&Claim> = cx.atlas.claims.iter().collect();
    let mut told = Vec::new();
    html! {
        article.reading {
            p.kind { (s.compare()) }
            h1 tabindex="-1" { (s.opposing_readings()) }
            p.lead { (s.compare_intro()) }
            @for (place, disputed) in by_place(cx, gathered(&opposing_pairs(&claims))) {
                section.disagreement {
                    h2 {
                        @if let Some(feature) = place {
                            a href=(cx.href(Page::Place(feature.id.clone()))) data-feature=(feature.id) {
                                (inline(cx, &feature.name))
                            }
                        } @else {
                            (s.treaty())
                        }
                    }
                    (disagreements(cx, &disputed, &mut told))
                }
            }
        }
    }
}

/// Groups disagreements under the place, other than the parties, that a claim and most of those who say otherwise
/// concern.
fn by_place<'a, 'b>(cx: &'a Scope, all: Vec<Disagreement<'b>>) -> Vec<(Option<&'a Feature>, Vec<Disagreement<'b>>)> {
    let shared = |(claim, others): &Disagreement| {
        let mut most = (None, 0);
        for place in cx.atlas.features.iter().filter(|place| !cx.profile().parties.contains(&place.id)) {
            let count = others.iter().filter(|other| other.places.contains(&place.id)).count();
            if count > most.1 && claim.places.contains(&place.id) {
                most = (Some(place), count);
            }
        }
        most.0
    };
    let mut groups: Vec<(Option<&Feature>, Vec<Disagreement>)> = Vec::new();
    for disputed in all {
        let place = shared(&disputed);
        match groups.iter_mut().find(|(known, _)| known.map(|known| &known.id) == place.map(|place| &place.id)) {
            Some((_, group)) => group.push(disputed),
            None => groups.push((place, vec![disputed])),
        }
    }
    sort(&mut groups, |(one, _), (other, _)| one.is_none().cmp(&other.is_none()));
    groups
}
