//! The islands: the parts of a page that become interactive. Everything else is plain HTML.
//!
//! On the server they render their resting state; until the script has taken over, CSS hides their controls.

use super::state::{Reading, Shared, scope, wording};
use atlas_model::route::Page;
use atlas_model::{Day, Lang, Layer, Strings, Wording, important};
use atlas_text::scope::Scope;
use atlas_text::strings;
use atlas_text::{commentary, format, parts, reader};
use leptos::prelude::*;
use maud::{Markup, html};

/// Something a control asks of the map, written as `data-command` on its button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Command {
    ZoomIn,
    ZoomOut,
    WholeMap,
    Caucasus,
    Help,
    Close,
    /// Back from a day in the past to the newest information.
    Newest,
    /// Closes the note at this place in the list.
    CloseNote(usize),
}

impl Command {
    /// Reads a command as its button has it.
    pub fn from_name(name: &str) -> Option<Command> {
        Some(match name {
            "zoom-in" => Command::ZoomIn,
            "zoom-out" => Command::ZoomOut,
            "whole-map" => Command::WholeMap,
            "lens" => Command::Caucasus,
            "help" => Command::Help,
            "close" => Command::Close,
            "newest" => Command::Newest,
            note => Command::CloseNote(note.parse().ok()?),
        })
    }
}

/// The language of the page. Islands have no properties of their own, which would travel as JSON.
fn page_lang() -> Lang {
    #[cfg(feature = "hydrate")]
    return crate::lang();
    #[cfg(not(feature = "hydrate"))]
    use_context().unwrap_or_default()
}

/// HTML that follows the signals it reads. Boxed, so that all live parts share one copy of what keeps them up to date.
type Live = Box<dyn Fn() -> String + Send>;

fn live(html: impl Fn() -> Option<Markup> + Send + 'static) -> Live {
    Box::new(move || html().map(Markup::into_string).unwrap_or_default())
}

/// The map's live layer: canvas, controls, chooser, notes and the line for screen readers.
///
/// Clicks on its buttons are heard once for the whole page, by `crate`.
#[island]
pub fn MapTools() -> impl IntoView {
    let words = wording();
    let s = &words.strings;
    let Shared { hint, announcement, loaded, choice, notes, as_of, help, .. } = Shared::get();
    let hint = live(move || hint.get().map(|hint| html! { (hint) }));
    let announcement = live(move || Some(html! { (announcement.get()) }));
    let walker = live(move || loaded.get().then(scope).flatten().map(|cx| walker(&cx)));
    let chooser = live(move || choice.get().zip(scope()).map(|(choice, cx)| chooser(&cx, &choice.ids)));
    let (own, also_own) = (words.clone(), words.clone());
    let notes =
        live(move || Some(html! { (date_note(&own.strings, as_of.get())) (self::notes(&own.strings, &notes.get())) }));
    let help = live(move || help.get().then(|| self::help(&also_own.strings)));
    let inset = words.profile.inset.name.get(page_lang());
    view! {
        <div class="viewport" role="application" aria-label=s.map().to_string() aria-describedby="map-help">
            <div class="sheets" aria-hidden="true"></div>
        </div>
        <p id="map-help" class="spoken">{s.map_help_label().to_string()}</p>
        <div class="controls" role="group" aria-label=s.map().to_string() inner_html=controls(s, inset).into_string()></div>
        <div class="scale" aria-hidden="true"></div>
        <p class="hint" aria-hidden="true" inner_html=hint></p>
        <nav class="walker spoken" aria-label=s.places_on_map().to_string() inner_html=walker></nav>
        <div class="chooser-frame" inner_html=chooser></div>
        <div class="notes" role="status" inner_html=notes></div>
        <div class="help-frame" inner_html=help></div>
        <p class="spoken" role="status" aria-live="polite" inner_html=announcement></p>
    }
}

fn controls(s: &Strings, inset: &str) -> Markup {
    let buttons = [
        ("zoom-in", s.zoom_in()),
        ("zoom-out", s.zoom_out()),
        ("whole-map", s.whole_map()),
        ("lens", inset),
        ("help", s.keys_title()),
    ];
    html! { @for (command, name) in buttons { (button(command, command, name)) } }
}

fn button(class: &str, command: &str, name: &str) -> Markup {
    html! {
        button class=(class) type="button" data-command=(command) aria-label=(name) title=(name) {
            span.icon aria-hidden="true" {}
        }
    }
}

/// Most places to walk through, and to keep in the page for that.
const WALKED: usize = 400;

/// The places on the map as a list of links that arrow keys walk through, for keyboard and screen reader. Of very many
/// the most important: the lists of the opening page have them all.
fn walker(cx: &Scope) -> Markup {
    let all = &cx.atlas.features;
    let walked = if all.len() > WALKED { important(all.iter(), WALKED) } else { all.iter().collect() };
    html! {
        @for (index, feature) in walked.into_iter().enumerate() {
            a href=(cx.href(Page::Place(feature.id.clone()))) data-feature=(feature.id) data-walk=""
                tabindex=(if index == 0 { "0" } else { "-1" }) {
                (feature.name.get(cx.lang)) ", " (strings::kind(cx.strings(), feature.kind))
            }
        }
    }
}

/// Names the places that lie under one finger.
fn chooser(cx: &Scope, ids: &[String]) -> Markup {
    let s = cx.strings();
    html! {
        div.chooser role="group" aria-label=(s.several_here()) {
            p { (s.several_here()) }
            div { (parts::place_chips(cx, ids)) }
            (button("close", "close", s.close()))
        }
    }
}

/// What day the map and the texts tell of, with the way back to now.
fn date_note(s: &Strings, date: Option<Day>) -> Markup {
    html! {
        @if let Some(date) = date {
            div.note.date {
                p { b { (s.as_of()) " " (format::day(s, date)) } ". " (s.as_of_note()) }
                (button("close", "newest", s.newest()))
            }
        }
    }
}

/// Messages that stay until the reader closes them.
fn notes(s: &Strings, notes: &[String]) -> Markup {
    html! {
        @for (index, text) in notes.iter().enumerate() {
            div.note { p { (text) } (button("close", &index.to_string(), s.close())) }
        }
    }
}

/// The keys of the map and what they do, one table for the help and for `crate`.
fn keys(s: &Strings) -> [(&str, &str); 7] {
    [
        (s.arrows(), s.key_move()),
        ("+  −", s.key_zoom()),
        ("Home", s.key_home()),
        ("N  P", s.key_walk()),
        (s.key_space_enter(), s.key_open()),
        ("Esc", s.key_close()),
        ("?", s.key_help()),
    ]
}

/// The list of keys.
fn help(s: &Strings) -> Markup {
    html! {
        section.keys aria-label=(s.keys_title()) {
            h2 { (s.keys_title()) }
            dl { @for (key, meaning) in keys(s) { dt { kbd { (key) } } dd { (meaning) } } }
            (button("close", "close", s.close()))
        }
    }
}

/// Switches of the layers, beside the legend. `crate` hears them and keeps them true.
#[island]
pub fn LayerSwitches() -> impl IntoView {
    let lang = page_lang();
    let Wording { strings, profile, .. } = &*wording();
    let switches = html! {
        legend.spoken { (strings.show_layer()) }
        @for layer in Layer::ALL {
            label { input type="checkbox" checked data-layer=(layer.name()); span { (profile.layer_name(layer, lang)) } }
        }
    };
    view! { <fieldset class="layers" inner_html=switches.into_string()></fieldset> }
}

/// The live text of the reading panel. Empty until something is selected; then it stands in for the prerendered text.
#[island]
pub fn Reader() -> impl IntoView {
    let reading = Shared::get().reading;
    let text = live(move || {
        // Read first: until there is a scope this is all that makes the text follow the selection.
        let reading = reading.get();
        let cx = scope()?;
        match reading {
            Reading::Static => None,
            Reading::Page(page) => reader::page(&cx, &page),
            Reading::Claim(id) => Some(commentary::claim(&cx, cx.atlas.claim(&id)?)),
        }
    });
    view! { <div class="live" inner_html=text></div> }
}
