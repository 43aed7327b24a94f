//! Small pieces that all panels share: chips, statements with their sources, claim cards.

use super::scope::{LocalText, Scope};
use super::{format, strings};
use atlas_model::route::Page;
use atlas_model::{
    ArticleRef, Basis, Claim, Commentary, Confidence, Document, Feature, Stance, Statement, Target, Text,
};
use maud::{Markup, html};

/// A paragraph of text, marked when it is not in the language of the page.
pub fn paragraph(cx: &Scope, class: &str, text: &Text) -> Markup {
    let LocalText { text, lang, dir } = cx.words(text);
    let class = Some(class).filter(|class| !class.is_empty());
    html! { p class=[class] lang=[lang] dir=[dir] { (text) } }
}

/// A run of text within a line, isolated from the direction of its surroundings.
pub fn inline(cx: &Scope, text: &Text) -> Markup {
    let LocalText { text, lang, dir } = cx.words(text);
    html! { bdi lang=[lang] dir=[dir] { (text) } }
}

/// A statement followed by where it is from, which opens on demand.
pub fn statement(cx: &Scope, class: &str, statement: &Statement) -> Markup {
    html! {
        div.statement {
            (paragraph(cx, class, &statement.text))
            (provenance(cx, &statement.sources, Some(statement.confidence)))
        }
    }
}

/// Where something is from: a line that opens into the list of sources.
pub fn provenance(cx: &Scope, sources: &[String], confidence: Option<Confidence>) -> Markup {
    let s = cx.strings();
    let label = match confidence {
        Some(
            confidence @ (Confidence::Text | Confidence::Summary | Confidence::Commentary | Confidence::Unverified),
        ) => strings::confidence(cx.strings(), confidence),
        _ if sources.len() == 1 => s.source(),
        _ => s.sources(),
    };
    let class = if confidence == Some(Confidence::Unverified) { "prov unverified" } else { "prov" };
    html! {
        @if sources.is_empty() {
            p class=(class) { (label) }
        } @else {
            details class=(class) {
                summary { (label) " " span.count { (format::digits(cx.strings(), &sources.len().to_string())) } }
                ul { @for id in sources { li { (citation(cx, id)) } } }
            }
        }
    }
}

/// One source by id: a document with its date and address, or a commentary of the atlas.
fn citation(cx: &Scope, id: &str) -> Markup {
    html! {
        @if let Some(commentary) = cx.atlas.commentary(id) {
            (source_link(cx, commentary))
        } @else if let Some(document) = cx.atlas.document(id) {
            (document_citation(cx, document))
        } @else {
            (id)
        }
    }
}

fn document_citation(cx: &Scope, document: &Document) -> Markup {
    let date =
        document.date.map_or_else(|| cx.strings().date_unknown().to_string(), |date| format::day(cx.strings(), date));
    html! {
        cite lang="en" dir="ltr" {
            (document.publisher) ", "
            @if let Some(url) = &document.url { a href=(url) rel="noreferrer" { (document.title) } }
            @else { (document.title) }
        }
        ", " span.date { (date) }
    }
}

/// A link to a commentary under its short name.
pub fn source_link(cx: &Scope, commentary: &Commentary) -> Markup {
    html! {
        a.source href=(cx.href(Page::Source(commentary.id.clone()))) data-source=(commentary.id) {
            (inline(cx, &commentary.short))
        }
    }
}

/// A link to a place.
pub fn place_chip(cx: &Scope, feature: &Feature) -> Markup {
    html! {
        a class={ "chip place " (layer_class(feature)) } href=(cx.href(Page::Place(feature.id.clone())))
            data-feature=(feature.id) { (inline(cx, feature.map_name())) }
    }
}

/// Links to places as a list; those inferred by the atlas say so.
pub fn places_with_basis(cx: &Scope, places: &[(&Feature, Basis)]) -> Markup {
    html! { ul.chips { @for (place, basis) in places { li { (place_chip(cx, place)) (basis_mark(cx, *basis)) } } } }
}

/// The word that marks a link as inferred by the atlas.
fn basis_mark(cx: &Scope, basis: Basis) -> Markup {
    html! { @if basis == Basis::Inferred { " " small.basis { (cx.strings().inferred_short()) } } }
}

/// Links to places by id, as a list.
pub fn place_chips(cx: &Scope, ids: &[String]) -> Markup {
    html! {
        ul.chips { @for feature in ids.iter().filter_map(|id| cx.feature(id)) { li { (place_chip(cx, feature)) } } }
    }
}

/// The CSS class that gives a feature the colour of its layer.
pub fn layer_class(feature: &Feature) -> String {
    format!("layer-{}", feature.layer)
}

/// A link to an article, a section or a group, with its title where asked for.
pub fn article_chip(cx: &Scope, reference: ArticleRef, basis: Basis, with_title: bool) -> Markup {
    let s = cx.strings();
    let preamble = reference == ArticleRef::article(0);
    let single = reference.first == reference.last;
    let title = cx.atlas.article(reference.first).filter(|_| with_title && single && !preamble);
    let (class, hint) = match basis {
        Basis::Explicit => ("chip article", s.explicit()),
        Basis::Inferred => ("chip article inferred", s.inferred()),
    };
    html! {
        a class=(class) href=(cx.href(Page::Article(reference.first))) data-article=(reference) title=(hint) {
            @if preamble {
                b { (s.preamble()) }
            } @else {
                span.spoken { (if single { s.article() } else { s.articles_range() }) " " }
                b { (format::digits(cx.strings(), &reference.to_string().replace('-', "–"))) }
            }
            @if let Some(article) = title { " " span.chip-title { (inline(cx, &article.title)) } }
            (basis_mark(cx, basis))
        }
    }
}

/// The paragraph of a claim as it is cited: `¶ 12`.
pub fn paragraph_mark(cx: &Scope, claim: &Claim) -> String {
    format!("{} {}", cx.strings().paragraph(), format::digits(cx.strings(), &claim.paragraph.replace('-', "–")))
}

/// What a claim card leaves out because its surroundings say it already.
#[derive(Clone, Copy, Default)]
pub struct Omit {
    /// The commentary is named above.
    pub source: bool,
    /// The places are listed elsewhere, or are the page itself.
    pub places: bool,
}

/// A claim as a card: who says it, where, in which stance, about which articles and places, and who disagrees.
pub fn claim_card(cx: &Scope, claim: &Claim, omit: Omit) -> Markup {
    let s = cx.strings();
    let commentary = cx.atlas.commentary(&claim.commentary).filter(|_| !omit.source);
    html! {
        article class={ "claim " (stance_class(claim)) } data-claim=(claim.id) id=(claim.id) {
            header {
                @if let Some(commentary) = commentary { (source_link(cx, commentary)) " · " }
                (mark_and_voice(cx, claim))
            }
            (paragraph(cx, "claim-text", &claim.text))
            @if !claim.figures.is_empty() {
                p.figures { (s.figures_named()) ": " bdi lang="en" dir="ltr" { (claim.figures.join("; ")) } }
            }
            ul.chips {
                @for link in &claim.articles { li { (article_chip(cx, link.article, link.basis, false)) } }
                @if !omit.places {
                    @for feature in claim.places.iter().filter_map(|id| cx.feature(id)) {
                        li { (place_chip(cx, feature)) }
                    }
                }
            }
            (disputes(cx, claim))
            @if let Some(check) = &claim.checked { div.checked { b { (s.other_evidence()) } (statement(cx, "", check)) } }
        }
    }
}

/// Where a claim stands and in which voice it speaks: its stance, whom that is aimed at, and who is quoted.
fn mark_and_voice(cx: &Scope, claim: &Claim) -> Markup {
    html! {
        a.pilcrow href=(cx.href_of_target(&Target::Claim(claim.id.clone()))) data-claim=(claim.id) {
            (paragraph_mark(cx, claim))
        }
        " · "
        span.stance {
            (strings::stance(cx.strings(), claim.stance))
            @if let Some(toward) = &claim.toward { " (" (inline(cx, toward)) ")" }
        }
        @if let Some(speaker) = &claim.speaker { " · " (cx.strings().quoting()) " " bdi lang="en" { (speaker) } }
    }
}

/// The CSS class of a claim's stance.
pub fn stance_class(claim: &Claim) -> &'static str {
    match claim.stance {
        Stance::Supportive => "stance-supportive",
        Stance::Critical => "stance-critical",
        Stance::Sceptical => "stance-sceptical",
        Stance::Descriptive => "stance-descriptive",
    }
}

/// Links to the claims that say otherwise. Where two are from one paragraph, their first words tell them apart.
fn disputes(cx: &Scope, claim: &Claim) -> Markup {
    let others = || claim.disputes.iter().filter_map(|id| cx.atlas.claim(id));
    let ambiguous = |one: &Claim| {
        let alike = |other: &&Claim| other.commentary == one.commentary && other.paragraph == one.paragraph;
        others().filter(alike).count() > 1
    };
    html! {
        @if !claim.disputes.is_empty() {
            div.disputes {
                b { (cx.strings().says_otherwise()) }
                ul {
                    @for other in others() {
                        li { (claim_link(cx, other)) @if ambiguous(other) { " (" (first_words(cx, other)) ")" } }
                    }
                }
            }
        }
    }
}

/// A link to a claim: commentary and paragraph.
pub fn claim_link(cx: &Scope, claim: &Claim) -> Markup {
    html! {
        a href=(cx.href_of_target(&Target::Claim(claim.id.clone()))) data-claim=(claim.id) {
            @if let Some(commentary) = cx.atlas.commentary(&claim.commentary) { (inline(cx, &commentary.short)) " " }
            (paragraph_mark(cx, claim))
        }
    }
}

/// How a claim begins.
fn first_words(cx: &Scope, claim: &Claim) -> Markup {
    let (text, lang) = claim.text.in_lang(cx.lang);
    let end = text.match_indices(' ').nth(4).map_or(text.len(), |(at, _)| at);
    html! { bdi lang=(lang.code()) { (text.get(..end).unwrap_or(text)) @if end < text.len() { "…" } } }
}

/// From this many claims on, each commentary's are folded.
const FOLD: usize = 15;

/// Claims grouped by commentary, each group foldable where there are many.
pub fn claims_by_commentary(cx: &Scope, claims: &[&Claim], omit_places: bool) -> Markup {
    let omit = Omit { source: true, places: omit_places };
    html! {
        @for commentary in &cx.atlas.commentaries {
            @let own: Vec<&&Claim> = claims.iter().filter(|claim| claim.commentary == commentary.id).collect();
            @let heading = html! {
                h3 { (source_link(cx, commentary)) " " span.count { (format::digits(cx.strings(), &own.len().to_string())) } }
            };
            @if own.is_empty() {
            } @else if claims.len() >= FOLD {
                details.by-source { summary { (heading) } @for claim in own { (claim_card(cx, claim, omit)) } }
            } @else {
                section.by-source { (heading) @for claim in own { (claim_card(cx, claim, omit)) } }
            }
        }
    }
}

/// Two claims that contradict each other.
pub type Pair<'a> = (&'a Claim, &'a Claim);

/// Pairs among `claims` that contradict each other, each pair once, in reading order.
pub fn opposing_pairs<'a>(claims: &[&'a Claim]) -> Vec<Pair<'a>> {
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

/// A claim and those that say otherwise.
pub type Disagreement<'a> = (&'a Claim, Vec<&'a Claim>);

/// Opposing readings side by side, under a heading where there are any.
pub fn opposing(cx: &Scope, pairs: &[Pair]) -> Markup {
    html! {
        @if !pairs.is_empty() {
            section.opposing {
                h2 { (cx.strings().opposing_readings()) }
                (disagreements(cx, &gathered(pairs), &mut Vec::new()))
            }
        }
    }
}

/// Opposing readings side by side: a claim, and beside it all that say otherwise, with what other evidence says.
///
/// `told` are the claims that the page has told before: they are linked to and join it as they are told.
pub fn disagreements<'a>(cx: &Scope, all: &[Disagreement<'a>], told: &mut Vec<&'a str>) -> Markup {
    html! {
        @for (claim, others) in all {
            div.pair {
                (side(cx, claim, told))
                div.others { @for other in others { (side(cx, other, told)) } }
                (evidence(cx, claim, others))
            }
        }
    }
}

/// Pairs with one claim in common put together, so that no claim is read more often than needed: the claim that meets
/// most others first.
pub fn gathered<'a>(pairs: &[Pair<'a>]) -> Vec<Disagreement<'a>> {
    let mut left = pairs.to_vec();
    let mut gathered = Vec::new();
    loop {
        let meets =
            |claim: &&Claim| left.iter().filter(|(one, other)| one.id == claim.id || other.id == claim.id).count();
        // From the end, because of several with as many the last one counts.
        let claims = left.iter().rev().flat_map(|(one, other)| [*other, *one]);
        let Some(claim) = claims.max_by_key(meets) else { return gathered };
        let other = |pair: &Pair<'a>| match *pair {
            (one, other) if one.id == claim.id => Some(other),
            (one, other) if other.id == claim.id => Some(one),
            _ => None,
        };
        gathered.push((claim, left.iter().filter_map(other).collect()));
        left.retain(|pair| other(pair).is_none());
    }
}

/// What other evidence says of claims that oppose each other, once where it says the same of several. Where it says
/// more than one thing, each names the claim it is about.
fn evidence(cx: &Scope, claim: &Claim, others: &[&Claim]) -> Markup {
    let mut checks: Vec<(&Claim, &Statement)> = Vec::new();
    for one in std::iter::once(&claim).chain(others) {
        if let Some(check) = &one.checked
            && !checks.iter().any(|(_, known)| *known == check)
        {
            checks.push((one, check));
        }
    }
    html! {
        @if !checks.is_empty() {
            div.checked {
                b { (cx.strings().other_evidence()) }
                @for (claim, check) in &checks {
                    @if checks.len() > 1 { p.meta { (claim_link(cx, claim)) } }
                    (statement(cx, "", check))
                }
            }
        }
    }
}

fn side<'a>(cx: &Scope, claim: &'a Claim, told: &mut Vec<&'a str>) -> Markup {
    let before = told.contains(&claim.id.as_str());
    told.push(&claim.id);
    html! {
        div class={ "side " (stance_class(claim)) } {
            @if before {
                p.meta { (claim_link(cx, claim)) " (" (first_words(cx, claim)) ")" }
            } @else {
                @if let Some(commentary) = cx.atlas.commentary(&claim.commentary) { b { (source_link(cx, commentary)) } }
                p.meta { (mark_and_voice(cx, claim)) }
                (paragraph(cx, "claim-text", &claim.text))
            }
        }
    }
}
