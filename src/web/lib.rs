//! The browser side: takes the prerendered page over and keeps map, text and address in step.
//!
//! The only crate that touches `web-sys`. The scripts in `www/` call the functions exported here.

mod actions;
mod app;
mod components;
mod dom;
mod effects;
mod host;
mod input;
mod loading;
mod map;
mod navigation;
mod signals;
mod state;
mod theme;

use atlas_map::basemap::Basemap;
use atlas_map::geometry::Camera;
use atlas_map::scene::{self, FeatureSummary, Highlight, LabelledMap, MapStyle};
use atlas_model::route::{Page, Route};
use atlas_model::{Atlas, Links, Wording};
use atlas_text::reader;
use atlas_text::scope::Scope;
use loading::{chunks, detail, features, texts, warm_up};
use map::static_map;
use navigation::location;
use signals::{Signals, scope, set_scope};
use state::{Address, AppState, Event, View};
use std::sync::Arc;
use wasm_bindgen::prelude::*;
use web_sys::MouseEvent;

/// Takes the words around the content off the atlas data.
fn settle_words(model: &[u8]) -> Result<&[u8], JsError> {
    let (wording, rest) = Wording::unpack(model).ok_or_else(|| JsError::new("atlas: incomplete or damaged"))?;
    signals::set_wording(wording);
    Ok(rest)
}

/// What follows the words: the outlines of places, then the bones of the atlas.
fn unpack(model: &[u8]) -> Result<(Vec<FeatureSummary>, Atlas), JsError> {
    let rest = settle_words(model)?;
    let parts = FeatureSummary::unpack(rest).and_then(|(outlines, bones)| Some((outlines, Atlas::unpack(bones)?)));
    parts.ok_or_else(|| JsError::new("atlas: incomplete or damaged"))
}

/// Reads the data that comes first and brings the page to life.
///
/// # Errors
/// When a part of the data is not what it should be; the message says which.
#[wasm_bindgen]
pub fn start(model: &[u8], basemap: &[u8], features: &str) -> Result<(), JsError> {
    let (outlines, atlas) = unpack(model)?;
    let basemap = Basemap::decode(basemap).map_err(|error| JsError::new(&format!("basemap: {error}")))?;
    let shapes = features::collection(features).ok_or_else(|| JsError::new("features: incomplete or damaged"))?;
    let map_data = LabelledMap::new(
        &basemap,
        &atlas.features,
        &outlines,
        &|id| shapes.geometry(id),
        signals::wording().profile.clone(),
    );

    components::mount();
    chunks::expect(shapes.tolerance, shapes.chunks);
    location::settle_links();
    let (lang, embed) = location::edition();
    let links = Arc::new(Links::new(&atlas));
    let base = location::base();
    let wording = signals::wording();
    set_scope(Scope { atlas: Arc::new(atlas), links, wording, lang, embed, date: None, base });

    let usual_theme = theme::usual();
    theme::show(usual_theme);
    let highlighted = opening_places();
    let frame = if highlighted.is_empty() {
        scene::home(&map_data, lang)
    } else {
        scene::frame_for(&map_data, &highlighted, lang)
    };
    if !map::start(map_data, lang, theme::palette(usual_theme), frame) {
        return Err(JsError::new("canvas"));
    }
    let still = map::with(|map| {
        (*map.camera(), MapStyle { highlight: prerendered_highlight(highlighted), ..map.map_style().clone() })
    });
    location::begin();
    if let Some(state) = opening_state(usual_theme)
        && let Some(cx) = scope()
    {
        set_scope(Scope { date: state.date, ..cx.clone() });
        app::begin(state.clone(), effects::carry_out);
        effects::open(&cx, &state);
    }
    Signals::get().loaded.set(true);
    listen();
    if let Some(viewport) = map::with(|map| map.viewport().clone()) {
        input::start(&viewport, dom::framed());
    }
    host::receive::start();
    map::with(|map| {
        map.on_settled(settled);
        map.on_shown(chunks::view_changed);
        map.on_drawn(drawn);
    });
    if let Some((camera, map_style)) = still {
        static_map::show(camera, map_style);
    }
    Ok(())
}

/// The map is painted for the first time: it takes the place of the prerendered one.
fn drawn() {
    let _ = dom::root().set_attribute("data-atlas", "ready");
    // The prerendered map may still be seen, but the live one is what keyboard and pointer use.
    if let Some(still) = dom::find(".map-static") {
        let _ = still.set_attribute("inert", "");
    }
    dom::mark("atlas:drawn");
    host::send::tell_ready();
    detail::take_in();
    texts::with_texts(warm_up::soon);
}

/// Takes in the texts of the atlas, whose packed bones `start` was given.
///
/// # Errors
/// When they are not what they should be; the map goes on without them.
#[wasm_bindgen]
pub fn load_texts(model: &[u8], texts: &[u8]) -> Result<(), JsError> {
    let (_, bones) = unpack(model)?;
    texts::arrived(bones.tell(texts).ok_or_else(|| JsError::new("texts: incomplete or damaged"))?);
    Ok(())
}

/// Takes in the ground in full detail, a little at a time.
///
/// # Errors
/// When it is not what it should be; the map goes on with what it has.
#[wasm_bindgen]
pub fn load_detail(ground: &[u8]) -> Result<(), JsError> {
    detail::load(ground)
}

/// The name of the chunk of finer shapes that the view needs most now: empty when it needs none, `None` when all are
/// there.
#[wasm_bindgen]
pub fn wanted_chunk() -> Option<String> {
    chunks::wanted()
}

/// Takes in the chunk of finer shapes of this name.
///
/// # Errors
/// When it is not what it should be; the map goes on with what it has.
#[wasm_bindgen]
pub fn load_chunk(name: &str, features: &str) -> Result<(), JsError> {
    let shapes =
        features::collection(features).ok_or_else(|| JsError::new(&format!("{name}: incomplete or damaged")))?;
    chunks::arrive(name, shapes.geometries);
    Ok(())
}

/// Goes on with the finer shapes that have arrived; true when there is more to do, after a pause.
#[wasm_bindgen]
pub fn take_in_chunk() -> bool {
    chunks::take_in()
}

/// Calls `then` once, when the view has changed and another chunk may be wanted.
#[wasm_bindgen]
pub fn on_next_view(then: js_sys::Function) {
    chunks::when_view_changes(then);
}

/// The places that the prerendered map is framed on.
fn opening_places() -> Vec<String> {
    let Some(cx) = scope() else { return Vec::new() };
    location::served().map(|address| reader::places(&cx, &address.route.page)).unwrap_or_default()
}

/// What stands out on the prerendered map, where these places do.
fn prerendered_highlight(highlighted: Vec<String>) -> Highlight {
    let target = location::served().and_then(|address| address.route.page.target());
    Highlight::of(target.as_ref(), highlighted)
}

/// The state that the address asks for. On a full page a note names what of it was not understood.
fn opening_state(usual_theme: state::Theme) -> Option<AppState> {
    let cx = scope()?;
    let (address, unknown) = location::here().unwrap_or_else(|| {
        let route = Route { page: Page::Home, lang: cx.lang, embed: cx.embed };
        (Address::of(route), Vec::new())
    });
    let mut state = AppState::at(address, usual_theme, location::layers(), actions::exists);
    state.notes.extend(actions::not_understood(&cx, &unknown));
    Some(state)
}

/// Paints with the palette of now.
fn repaint() {
    if let Some(theme) = app::read(|state| state.theme) {
        map::with(|map| map.set_map_style(|map_style| map_style.palette = theme::palette(theme)));
    }
}

/// The listeners that belong to the whole page.
fn listen() {
    let document = dom::document();
    dom::listen_active(&document, "click", click);
    // Closes what is open wherever the focus is; the list of features has an Escape of its own.
    dom::listen_active(&document, "keydown", |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" && !event.default_prevented() && actions::close() {
            event.prevent_default();
        }
    });
    dom::listen(&dom::window(), "popstate", |_: web_sys::Event| actions::follow_address());
    for query in ["(prefers-color-scheme: dark)", "(forced-colors: active)"] {
        if let Ok(Some(list)) = dom::window().match_media(query) {
            dom::listen(&list, "change", |_: web_sys::Event| repaint());
        }
    }
    watch_size();
}

/// A click on what is plain HTML: links, and what the page came with.
fn click(event: MouseEvent) {
    let plain = event.button() == 0
        && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
        && !event.default_prevented();
    let clicked = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let Some(clicked) = clicked.filter(|_| plain) else { return };
    let within = |selector: &str| clicked.closest(selector).ok().flatten();
    if let Some(note) = within("[data-closable]").filter(|_| within("button.close").is_some()) {
        note.remove();
    }
    // The inset map is a link where there is no script.
    if within(".inset").is_some() {
        event.prevent_default();
        return actions::show_inset_area();
    }
    let link = within("a[href]").filter(|link| !link.has_attribute("target"));
    if link.is_some_and(|link| link.get_attribute("href").is_some_and(|href| actions::follow(&link, &href))) {
        event.prevent_default();
    }
}

/// Follows the size of the map and of the text.
fn watch_size() {
    let resized = Closure::<dyn FnMut()>::new(|| {
        map::with(|map| map.resize());
        host::send::tell_height();
    });
    if let Ok(observer) = web_sys::ResizeObserver::new(resized.as_ref().unchecked_ref()) {
        for selector in [".viewport", ".text"] {
            if let Some(element) = dom::find(selector) {
                observer.observe(&element);
            }
        }
        // Lives as long as the page.
        std::mem::forget(observer);
    }
    resized.forget();
}

/// The inset map is there while its frame is on the main map.
fn show_inset() {
    let Some(inset) = dom::find(".inset") else { return };
    map::with(|map| {
        let hidden = scene::inset_frame(&map.map_data, map.camera(), map.map_style()).is_none();
        if hidden != inset.hidden() {
            inset.set_hidden(hidden);
            map.inset_changed();
        }
    });
}

/// The picture has come to rest: the state knows where the reader moved it, and the host may know too.
fn settled(camera: &Camera, by_hand: bool) {
    let (lon, lat, zoom) = camera.at();
    app::dispatch(Event::Rest(by_hand.then_some(View { lon, lat, zoom })));
    let camera = *camera;
    dom::after(0, move || {
        show_inset();
        host::send::tell_view(&camera);
    });
}
