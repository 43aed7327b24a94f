//! The islands: the parts of a page that become interactive. Everything else is plain HTML.
//!
//! On the server they render their resting state; until the script has taken over, CSS hides their controls.

use super::route::Page;
use super::scope::Scope;
use super::state::{Reading, Shared, scope};
use super::strings::{self, Strings};
use super::{commentary, parts, reader};
use crate::atlas::{Lang, Layer};
use leptos::prelude::*;
use maud::{Markup, html};

/// Something a control asks of the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Command {
    ZoomIn,
    ZoomOut,
    WholeMap,
    Caucasus,
    Close,
}

/// Passes a command on to the map; does nothing on the server.
fn act(command: Command) {
    #[cfg(feature = "hydrate")]
    crate::browser::act(command);
    #[cfg(not(feature = "hydrate"))]
    let _ = command;
}

/// The language of the page. Islands have no properties of their own, which would travel as JSON.
fn page_lang() -> Lang {
    #[cfg(feature = "hydrate")]
    return crate::browser::lang();
    #[cfg(not(feature = "hydrate"))]
    use_context().unwrap_or_default()
}

/// The map's live layer: canvas, controls, chooser, notes and the line for screen readers.
#[island]
pub fn MapTools() -> impl IntoView {
    let lang = page_lang();
    let s = Strings::of(lang);
    let shared = Shared::get();
    let button = |command: Command, class: &'static str, name: &'static str| {
        view! {
            <button type="button" class=class aria-label=name title=name on:click=move |_| act(command)>
                <span class="icon" aria-hidden="true"></span>
            </button>
        }
    };
    let help = shared.help.clone();
    let hint = shared.hint.clone();
    let announcement = shared.announcement.clone();
    view! {
        <div class="viewport" role="application" aria-label=s.map aria-describedby="map-help">
            <canvas class="map-canvas" aria-hidden="true"></canvas>
        </div>
        <p id="map-help" class="spoken">{s.map_help_label}</p>
        <div class="controls" role="group" aria-label=s.map>
            {button(Command::ZoomIn, "zoom-in", s.zoom_in)}
            {button(Command::ZoomOut, "zoom-out", s.zoom_out)}
            {button(Command::WholeMap, "whole-map", s.whole_map)}
            {button(Command::Caucasus, "lens", s.caucasus)}
            <button
                type="button"
                class="help"
                aria-label=s.keys_title
                title=s.keys_title
                on:click=move |_| help.update(|open| *open = !*open)
            >
                <span class="icon" aria-hidden="true"></span>
            </button>
        </div>
        <div class="scale" aria-hidden="true"></div>
        <p class="hint" aria-hidden="true">{move || hint.get()}</p>
        <Walker lang/>
        <Chooser lang/>
        <Notes lang/>
        <Help lang/>
        <p class="spoken" role="status" aria-live="polite">{move || announcement.get()}</p>
    }
}

/// The places on the map as a list of links that arrow keys walk through, for keyboard and screen reader.
#[component]
fn Walker(lang: Lang) -> impl IntoView {
    let s = Strings::of(lang);
    let shared = Shared::get();
    view! {
        <nav class="walker spoken" aria-label=s.places_on_map>
            {move || {
                shared.loaded.get().then(scope).flatten().map(|cx| {
                    view! { <div inner_html=walk(&cx).into_string()></div> }
                })
            }}
        </nav>
    }
}

fn walk(cx: &Scope) -> Markup {
    html! {
        @for (index, feature) in cx.atlas.features.iter().enumerate() {
            a href=(cx.href(Page::Place(feature.id.clone()))) data-feature=(feature.id) data-walk=""
                tabindex=(if index == 0 { "0" } else { "-1" }) {
                (feature.name.get(cx.lang)) ", " (strings::kind(cx.lang, feature.kind))
            }
        }
    }
}

/// Names the places that lie under one finger.
#[component]
fn Chooser(lang: Lang) -> impl IntoView {
    let s = Strings::of(lang);
    let shared = Shared::get();
    view! {
        <div class="chooser-frame">
            {move || {
                let choice = shared.choice.get()?;
                let cx = scope()?;
                Some(view! {
                    <div class="chooser" role="group" aria-label=s.several_here>
                        <p>{s.several_here}</p>
                        <div inner_html=parts::place_chips(&cx, &choice.ids).into_string()></div>
                        <button type="button" class="close" aria-label=s.close on:click=move |_| act(Command::Close)>
                            <span class="icon" aria-hidden="true"></span>
                        </button>
                    </div>
                })
            }}
        </div>
    }
}

/// Messages that stay until the reader closes them.
#[component]
fn Notes(lang: Lang) -> impl IntoView {
    let s = Strings::of(lang);
    let notes = Shared::get().notes;
    view! {
        <div class="notes" role="status">
            {move || {
                notes
                    .get()
                    .into_iter()
                    .enumerate()
                    .map(|(index, text)| {
                        let notes = notes.clone();
                        view! {
                            <div class="note">
                                <p>{text}</p>
                                <button
                                    type="button"
                                    class="close"
                                    aria-label=s.close
                                    on:click=move |_| {
                                        notes.update(|notes| {
                                            notes.remove(index);
                                        })
                                    }
                                >
                                    <span class="icon" aria-hidden="true"></span>
                                </button>
                            </div>
                        }
                    })
                    .collect_view()
            }}
        </div>
    }
}

/// The keys of the map and what they do, one table for the help and for [`crate::browser`].
fn keys(s: &'static Strings) -> [(&'static str, &'static str); 7] {
    [
        (s.arrows, s.key_move),
        ("+  −", s.key_zoom),
        ("Home", s.key_home),
        ("N  P", s.key_walk),
        (s.key_space_enter, s.key_open),
        ("Esc", s.key_close),
        ("?", s.key_help),
    ]
}

/// The list of keys.
#[component]
fn Help(lang: Lang) -> impl IntoView {
    let s = Strings::of(lang);
    let shared = Shared::get();
    view! {
        <div class="help-frame">
            {move || {
                shared
                    .help
                    .get()
                    .then(|| {
                        let rows = keys(s)
                            .into_iter()
                            .map(|(key, meaning)| view! { <dt><kbd>{key}</kbd></dt><dd>{meaning}</dd> })
                            .collect_view();
                        view! {
                            <section class="keys" aria-label=s.keys_title>
                                <h2>{s.keys_title}</h2>
                                <dl>{rows}</dl>
                                <button type="button" class="close" aria-label=s.close on:click=move |_| act(Command::Close)>
                                    <span class="icon" aria-hidden="true"></span>
                                </button>
                            </section>
                        }
                    })
            }}
        </div>
    }
}

/// Switches of the layers, beside the legend.
#[island]
pub fn LayerSwitches() -> impl IntoView {
    let lang = page_lang();
    let hidden = Shared::get().hidden;
    let rows = Layer::ALL
        .into_iter()
        .map(|layer| {
            let (shown, toggled) = (hidden.clone(), hidden.clone());
            view! {
                <label>
                    <input
                        type="checkbox"
                        checked=true
                        prop:checked=move || !shown.get().contains(&layer)
                        on:change=move |_| {
                            toggled.update(|hidden| match hidden.iter().position(|known| *known == layer) {
                                Some(index) => {
                                    hidden.remove(index);
                                }
                                None => hidden.push(layer),
                            })
                        }
                    />
                    <span>{strings::layer(lang, layer)}</span>
                </label>
            }
        })
        .collect_view();
    view! { <fieldset class="layers"><legend class="spoken">{Strings::of(lang).show_layer}</legend>{rows}</fieldset> }
}

/// The live text of the reading panel. Empty until something is selected; then it stands in for the prerendered text.
#[island]
pub fn Reader() -> impl IntoView {
    let reading = Shared::get().reading;
    let text = move || {
        // Read first: until there is a scope this is all that makes the text follow the selection.
        let reading = reading.get();
        let cx = scope()?;
        let text = match reading {
            Reading::Static => return None,
            Reading::Page(page) => reader::page(&cx, &page)?,
            Reading::Claim(id) => commentary::claim(&cx, cx.atlas.claim(&id)?),
        };
        Some(text.into_string())
    };
    let text = move || text().unwrap_or_default();
    view! {
        <div class="live" inner_html=text></div>
    }
}
