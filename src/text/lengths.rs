//! Measured lengths: by state, by neighbour, by branch and mode.

use super::format;
use super::parts::place_chip;
use super::scope::Scope;
use super::strings;
use atlas_model::{Feature, Share, sort};
use maud::{Markup, html};

/// How much of a line lies in which state or sea. Nothing where all of it lies in no place of the atlas.
pub(crate) fn by_state(cx: &Scope, line: &Feature) -> Markup {
    html! {
        @if line.shares.iter().any(|share| share.place.is_some()) {
            section.lengths {
                h2 { (cx.strings().length_by_state()) }
                (list(cx, &line.shares))
            }
        }
    }
}

/// The land borders of a state or province.
pub(crate) fn borders(cx: &Scope, area: &Feature) -> Markup {
    html! {
        @if !area.borders.is_empty() {
            section.lengths {
                h2 { (cx.strings().land_borders()) }
                (list(cx, &area.borders))
                p.note-text { (cx.strings().borders_note()) }
            }
        }
    }
}

fn list(cx: &Scope, shares: &[Share]) -> Markup {
    let place = |share: &Share| cx.feature(share.place.as_deref()?);
    html! {
        ul.chips.parts {
            @for share in shares {
                li {
                    @match place(share) {
                        Some(place) => (place_chip(cx, place)),
                        None => (cx.strings().elsewhere()),
                    }
                    " " (kilometres(cx, share.km))
                }
            }
        }
    }
}

fn kilometres(cx: &Scope, km: f64) -> Markup {
    // Lines are simplified: no digit is told that they cannot bear.
    let km = if km < 10.0 { km } else { km.round() };
    html! { span.count { (format::quantity(cx.strings(), km, None, "km")) } }
}

/// A line and its parts down to the last, each with mode and length, and the sums by mode and by state.
pub(crate) fn branches(cx: &Scope, whole: &Feature) -> Markup {
    let s = cx.strings();
    let mut lines = Vec::new();
    collect(cx, whole, 0, &mut lines);
    let row = |line: &Feature, depth: usize| {
        html! {
            tr {
                th scope="row" data-depth=(depth) {
                    @if depth == 0 { (s.line_itself()) } @else { (place_chip(cx, line)) }
                }
                td { (mode(cx, line)) }
                td.number { @if let Some(km) = line.length_km { (kilometres(cx, km)) } }
            }
        }
    };
    let (mut modes, mut states): (Vec<(&str, f64)>, Vec<Share>) = (Vec::new(), Vec::new());
    for (line, _) in &lines {
        let mode = mode(cx, line);
        let km = line.length_km.unwrap_or_default();
        match modes.iter_mut().find(|(known, _)| *known == mode) {
            Some((_, sum)) => *sum += km,
            None => modes.push((mode, km)),
        }
        for share in &line.shares {
            match states.iter_mut().find(|known| known.place == share.place) {
                Some(known) => known.km += share.km,
                None => states.push(share.clone()),
            }
        }
    }
    sort(&mut states, |a, b| b.km.total_cmp(&a.km));
    html! {
        section.lengths {
            h2 { (s.parts()) }
            table.branches { tbody { @for (line, depth) in &lines { (row(line, *depth)) } } }
            @if modes.len() > 1 {
                h3 { (s.by_mode()) ", " (s.sum()) }
                ul.chips.parts { @for (mode, km) in &modes { li { (mode) " " (kilometres(cx, *km)) } } }
            }
            @if states.len() > 1 {
                h3 { (s.by_state()) ", " (s.sum()) }
                (list(cx, &states))
            }
        }
    }
}

/// How a line carries what it carries.
fn mode<'a>(cx: &'a Scope, line: &Feature) -> &'a str {
    strings::kind(cx.strings(), line.mode.unwrap_or(line.kind))
}

/// A line and what is part of it, the nearest first, with the depth of each. A part that is no line has no row.
fn collect<'a>(cx: &'a Scope, line: &'a Feature, depth: usize, lines: &mut Vec<(&'a Feature, usize)>) {
    if line.length_km.is_none() || lines.iter().any(|(known, _)| known.id == line.id) {
        return;
    }
    lines.push((line, depth));
    for part in cx.links.parts_of_place(&cx.atlas, &line.id) {
        collect(cx, part, depth + 1, lines);
    }
}
