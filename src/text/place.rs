//! The reading panel of a place.

use super::list;
use super::parts::{
    article_chip, claims_by_commentary, inline, layer_class, opposing, opposing_pairs, paragraph, place_chip,
    provenance, statement,
};
use super::scope::Scope;
use super::{format, lengths, strings};
use atlas_model::list::{List, WHOLE};
use atlas_model::{Claim, Fact, Feature, Measure, Quality, State, StatusEntry, state_of};
use maud::{Markup, html};

/// Everything the atlas knows of a place: what it is, its status, the treaty and the commentators on it.
pub fn place(cx: &Scope, feature: &Feature) -> Markup {
    let s = cx.strings();
    let claims = cx.links.claims_of_place(&cx.atlas, &feature.id);
    html! {
        article class={ "reading " (layer_class(feature)) } data-feature=(feature.id) {
            p.kind { (kind_line(cx, feature)) }
            h1 tabindex="-1" { (inline(cx, &feature.name)) }
            (other_names(cx, feature))
            (status_now(cx, feature))
            (statement(cx, "lead", &feature.summary))
            (facts(cx, feature))
            (contested(cx, feature))
            (lengths::by_state(cx, feature))
            (lengths::borders(cx, feature))
            (family(cx, feature))
            (on_lines(cx, feature))
            (articles(cx, feature))
            (opposing(cx, &opposing_pairs(&claims)))
            section {
                h2 { (s.what_commentators_say()) }
                @if !claims.is_empty() {
                    (claims_by_commentary(cx, &claims, true))
                } @else if let Some((whole, claims)) = claims_of_whole(cx, feature) {
                    p.none { (s.claims_of_whole()) " " (place_chip(cx, whole)) }
                    (claims_by_commentary(cx, &claims, true))
                } @else {
                    p.none { (s.no_claims()) }
                }
            }
            (history(cx, feature))
            (geometry(cx, feature))
        }
    }
}

/// The nearest line around a feature that claims are made about, and those claims.
fn claims_of_whole<'a>(cx: &'a Scope, feature: &Feature) -> Option<(&'a Feature, Vec<&'a Claim>)> {
    cx.links.lines_around(&cx.atlas, feature).into_iter().find_map(|whole| {
        let claims = cx.links.claims_of_place(&cx.atlas, &whole.id);
        (!claims.is_empty()).then_some((whole, claims))
    })
}

fn kind_line(cx: &Scope, feature: &Feature) -> String {
    let kind = strings::kind(cx.strings(), feature.kind);
    match state_of(feature.status_on(cx.date)) {
        Some(state) => format!("{kind} · {}", strings::state(cx.strings(), state)),
        None => kind.to_string(),
    }
}

fn other_names(cx: &Scope, feature: &Feature) -> Markup {
    let names = || {
        let all = cx.profile().languages.iter().map(|language| language.code);
        let others = all.filter(|lang| *lang != cx.lang);
        others.filter_map(|lang| feature.name.own(lang).map(|name| (lang, name)))
    };
    html! {
        @if names().next().is_some() {
            ul.names aria-label=(cx.strings().other_names()) {
                @for (lang, name) in names() { li { bdi lang=(lang) dir=(lang.dir()) { (name) } } }
            }
        }
    }
}

fn state_word(cx: &Scope, state: Option<State>) -> Markup {
    html! { @if let Some(state) = state { b { (strings::state(cx.strings(), state)) ". " } } }
}

fn status_now(cx: &Scope, feature: &Feature) -> Markup {
    let s = cx.strings();
    let known = feature.status_on(cx.date);
    let Some(newest) = known.last() else { return html! { p.status.as-of { (s.undated()) } } };
    let as_of = format::day(cx.strings(), cx.date.or(feature.as_of).unwrap_or(newest.date));
    let end = if cx.date.is_some() { "." } else { s.no_later() };
    html! {
        div.status {
            p {
                (state_word(cx, state_of(known)))
                (inline(cx, &newest.statement.text)) " "
                span.as-of { (s.as_of()) " " (as_of) (end) }
            }
            (provenance(cx, &newest.statement.sources, Some(newest.statement.confidence)))
        }
    }
}

fn history(cx: &Scope, feature: &Feature) -> Markup {
    let earlier = feature.status_on(cx.date).split_last().map_or(&[][..], |(_, earlier)| earlier);
    html! {
        @if !earlier.is_empty() {
            section.history {
                h2 { (cx.strings().history()) }
                ol { @for entry in earlier.iter().rev() { (status_entry(cx, entry)) } }
            }
        }
    }
}

fn status_entry(cx: &Scope, entry: &StatusEntry) -> Markup {
    html! {
        li {
            time datetime=(entry.date) { (format::day(cx.strings(), entry.date)) }
            p { (state_word(cx, entry.state)) (inline(cx, &entry.statement.text)) }
            (provenance(cx, &entry.statement.sources, Some(entry.statement.confidence)))
        }
    }
}

/// The figures of a place, and its area where none of them is about that.
fn facts(cx: &Scope, feature: &Feature) -> Markup {
    let s = cx.strings();
    let claimed = feature.facts.iter().any(|fact| fact.measure == Some(Measure::Area));
    let area = feature.area_km2.filter(|_| !claimed);
    html! {
        @if !feature.facts.is_empty() || area.is_some() {
            ul.facts aria-label=(s.facts()) {
                @for fact in &feature.facts { (figure(cx, fact)) }
                @if let Some(area) = area {
                    li {
                        p.figure { (format::quantity(cx.strings(), area, None, "km2")) }
                        p.label { (s.area_measured()) }
                    }
                }
            }
        }
    }
}

/// A claimed figure with the one measured from the geometry below it.
fn figure(cx: &Scope, fact: &Fact) -> Markup {
    let s = cx.strings();
    html! {
        li {
            p.figure { (format::quantity(cx.strings(), fact.value, fact.max, &fact.unit)) }
            p.label { (inline(cx, &fact.label)) @if fact.measured.is_some() { ", " (s.claimed()) } }
            @if let Some(measured) = fact.measured {
                p.measured { b { (format::quantity(cx.strings(), measured, None, &fact.unit)) } " " (s.measured()) }
            }
            @if let Some(note) = &fact.note { (paragraph(cx, "note-text", note)) }
            (provenance(cx, &fact.sources, None))
        }
    }
}

fn contested(cx: &Scope, feature: &Feature) -> Markup {
    let s = cx.strings();
    html! {
        @if !feature.contested.is_empty() {
            section.contested {
                h2 { (s.contested_names()) }
                ul {
                    @for name in &feature.contested {
                        li {
                            b { (inline(cx, &name.name)) } ": " (inline(cx, &name.used_by))
                            (provenance(cx, &name.sources, None))
                        }
                    }
                }
            }
        }
    }
}

/// The whole that a feature is a part of, and its own parts.
fn family(cx: &Scope, feature: &Feature) -> Markup {
    let s = cx.strings();
    let whole = feature.part_of.as_deref().and_then(|id| cx.feature(id));
    let parts = cx.links.parts_of_place(&cx.atlas, &feature.id);
    html! {
        @if let Some(whole) = whole { p.family { (s.part_of()) " " (place_chip(cx, whole)) } }
        @if feature.length_km.is_some() && parts.len() <= WHOLE && parts.iter().any(|part| part.length_km.is_some()) {
            (lengths::branches(cx, feature))
        } @else if !parts.is_empty() {
            section {
                h2 { (s.parts()) }
                (list::chips(cx, "chips parts", List::Parts(feature.id.clone())))
            }
        }
    }
}

/// The lines that stop at a place or run through it; the places that a line passes, in its order.
fn on_lines(cx: &Scope, feature: &Feature) -> Markup {
    let s = cx.strings();
    let lines = cx.links.lines_of_place(&cx.atlas, &feature.id);
    html! {
        @if !lines.is_empty() {
            section { h2 { (s.on_lines()) } (list::chips(cx, "chips", List::Lines(feature.id.clone()))) }
        }
        @if !feature.along.is_empty() {
            section { h2 { (s.along()) } (list::chips(cx, "chips", List::Along(feature.id.clone()))) }
        }
    }
}

fn articles(cx: &Scope, feature: &Feature) -> Markup {
    let own = cx.links.articles_of_place(&feature.id);
    let of_whole = || {
        let lines = cx.links.lines_around(&cx.atlas, feature).into_iter();
        lines.map(|whole| (whole, cx.links.articles_of_place(&whole.id))).find(|(_, all)| !all.is_empty())
    };
    let (lender, articles) = match own.is_empty() {
        true => of_whole().map(|(line, articles)| (Some(line), articles)).unwrap_or_default(),
        false => (None, own),
    };
    html! {
        @if !articles.is_empty() {
            section {
                h2 { (cx.strings().in_the_treaty()) }
                @if let Some(line) = lender { p.none { (cx.strings().articles_of_whole()) " " (place_chip(cx, line)) } }
                ul.chips { @for (article, basis) in articles { li { (article_chip(cx, article, basis, true)) } } }
            }
        }
    }
}

fn geometry(cx: &Scope, feature: &Feature) -> Markup {
    let s = cx.strings();
    html! {
        @if let Some(provenance) = &feature.provenance {
            section.geometry {
                h2 {
                    (s.geometry())
                    @if let Some(quality) = feature.quality { ": " (strings::quality(cx.strings(), quality)) }
                }
                @if feature.quality == Some(Quality::Schematic) { p.schematic { (s.schematic_note()) } }
                (statement(cx, "", provenance))
                @if let Some(licence) = &feature.licence { p.meta { (s.licence()) ": " bdi lang="en" { (licence) } } }
            }
        } @else if feature.basemap.is_empty() && feature.quality.is_none() {
            p.none { (s.off_the_map()) }
        }
    }
}
