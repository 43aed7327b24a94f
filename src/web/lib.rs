//! The browser side: takes the prerendered page over and keeps map, text and address in step.
//!
//! The only room that touches `web-sys`. The scripts in `www/` call the functions exported here.

mod address;
mod arrive;
mod chunks;
mod dom;
mod easel;
mod frame;
mod input;
mod inset;
pub mod islands;
mod map;
mod painter;
mod places;
mod rehearsal;
mod select;
mod sheet;
pub mod state;
mod theme;

use atlas_map::basemap::Basemap;
use atlas_map::geometry::{Camera, Padding};
use atlas_map::scene::{Highlight, Look, Outline, World};
use atlas_model::{Atlas, Layer, Links, Wording};
use atlas_text::reader;
use atlas_text::scope::Scope;
use islands::{Command, LayerSwitches, MapTools, Reader};
use leptos::prelude::*;
use state::{Shared, scope, set_scope};
use std::sync::Arc;
use wasm_bindgen::prelude::*;
use web_sys::{Event, HtmlInputElement, MouseEvent};

/// Takes the words around the content off the atlas data.
fn settle_words(model: &[u8]) -> Result<&[u8], JsError> {
    let (wording, rest) = Wording::unpack(model).ok_or_else(|| JsError::new("atlas: incomplete or damaged"))?;
    state::set_wording(wording);
    Ok(rest)
}

/// What follows the words: the outlines of places, then the bones of the atlas.
fn unpack(model: &[u8]) -> Result<(Vec<Outline>, Atlas), JsError> {
    let rest = settle_words(model)?;
    let parts = Outline::unpack(rest).and_then(|(outlines, bones)| Some((outlines, Atlas::unpack(bones)?)));
    parts.ok_or_else(|| JsError::new("atlas: incomplete or damaged"))
}

/// Prepares the page for its islands, whose words are at the beginning of the atlas data.
///
/// # Errors
/// When that is damaged.
#[wasm_bindgen]
pub fn hydrate(model: &[u8]) -> Result<(), JsError> {
    settle_words(model)?;
    #[cfg(feature = "hydrate")]
    leptos::mount::hydrate_islands();
    Ok(())
}

/// Builds the islands anew, where the prerendered ones could not be taken over.
///
/// # Errors
/// When the atlas data is damaged.
#[wasm_bindgen]
pub fn mount(model: &[u8]) -> Result<(), JsError> {
    settle_words(model)?;
    let Ok(islands) = dom::document().query_selector_all("leptos-island") else { return Ok(()) };
    for index in 0..islands.length() {
        let Some(island) = islands.item(index).and_then(|node| node.dyn_into::<web_sys::HtmlElement>().ok()) else {
            continue;
        };
        island.set_inner_html("");
        let name = island.get_attribute("data-component").unwrap_or_default();
        if name.starts_with("MapTools") {
            leptos::mount::mount_to(island, move || view! { <MapTools/> }).forget();
        } else if name.starts_with("LayerSwitches") {
            leptos::mount::mount_to(island, move || view! { <LayerSwitches/> }).forget();
        } else if name.starts_with("Reader") {
            leptos::mount::mount_to(island, || view! { <Reader/> }).forget();
        }
    }
    Ok(())
}

/// Reads the data that comes first and brings the page to life.
///
/// # Errors
/// When a part of the data is not what it should be; the message says which.
#[wasm_bindgen]
pub fn start(model: &[u8], basemap: &[u8], features: &str) -> Result<(), JsError> {
    let (outlines, atlas) = unpack(model)?;
    let basemap = Basemap::decode(basemap).map_err(|error| JsError::new(&format!("basemap: {error}")))?;
    let shapes = places::collection(features).ok_or_else(|| JsError::new("features: incomplete or damaged"))?;
    let world =
        World::new(&basemap, &atlas.features, &outlines, &|id| shapes.geometry(id), state::wording().profile.clone());

    chunks::expect(shapes.tolerance, shapes.chunks);
    let _ = address::base();
    address::settle_links();
    let (lang, embed) = address::edition();
    let links = Arc::new(Links::new(&atlas));
    let wording = state::wording();
    set_scope(Scope { atlas: Arc::new(atlas), links, wording, lang, embed, date: None, base: address::base() });

    let lit = opening_places();
    let frame = if lit.is_empty() { world.home(lang) } else { world.frame_for(&lit, lang) };
    if !map::start(world, lang, frame) {
        return Err(JsError::new("canvas"));
    }
    let still = map::with(|map| (*map.camera(), Look { highlight: prerendered_highlight(lit), ..map.look().clone() }));
    Shared::get().loaded.set(true);
    theme::restore();
    obey_query();
    show_opening();
    listen();
    map::with(|map| {
        input::start(map, dom::framed());
        map.on_settled(|camera, by_hand| settled(camera.at(), by_hand));
        map.on_drawn(drawn);
    });
    if let Some((camera, look)) = still {
        arrive::veil(camera, look);
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
    frame::start();
    arrive::take_in();
    arrive::with_texts(rehearsal::soon);
}

/// Takes in the texts of the atlas, whose packed bones `start` was given.
///
/// # Errors
/// When they are not what they should be; the map goes on without them.
#[wasm_bindgen]
pub fn tell(model: &[u8], texts: &[u8]) -> Result<(), JsError> {
    let (_, bones) = unpack(model)?;
    arrive::tell(bones.tell(texts).ok_or_else(|| JsError::new("texts: incomplete or damaged"))?);
    Ok(())
}

/// Takes in the ground in full detail, a little at a time.
///
/// # Errors
/// When it is not what it should be; the map goes on with what it has.
#[wasm_bindgen]
pub fn sharpen(detail: &[u8]) -> Result<(), JsError> {
    arrive::sharpen(detail)
}

/// The name of the chunk of finer shapes that the view needs most now: empty when it needs none, `None` when all are
/// there.
#[wasm_bindgen]
pub fn wanted() -> Option<String> {
    chunks::wanted()
}

/// Takes in the chunk of finer shapes of this name.
///
/// # Errors
/// When it is not what it should be; the map goes on with what it has.
#[wasm_bindgen]
pub fn refine(name: &str, features: &str) -> Result<(), JsError> {
    let shapes = places::collection(features).ok_or_else(|| JsError::new(&format!("{name}: incomplete or damaged")))?;
    chunks::arrive(name, shapes.geometries);
    Ok(())
}

/// Goes on with the finer shapes that have arrived; true when there is more to do, after a pause.
#[wasm_bindgen]
pub fn refining() -> bool {
    chunks::take_in()
}

/// The language of the page.
pub fn lang() -> atlas_model::Lang {
    address::edition().0
}

/// The places that the prerendered map is framed on.
fn opening_places() -> Vec<String> {
    let Some(cx) = scope() else { return Vec::new() };
    address::served().map(|route| reader::places(&cx, &route.page)).unwrap_or_default()
}

/// What stands out on the prerendered map, where these places do.
fn prerendered_highlight(lit: Vec<String>) -> Highlight {
    let target = address::served().and_then(|route| route.page.target());
    Highlight::of(target.as_ref(), lit)
}

/// Highlights what the page is about. Its text is there already.
fn show_opening() {
    let Some(cx) = scope() else { return };
    let Some((route, fragment)) = address::current() else { return };
    let target = address::target_of(&route, &fragment);
    let lit = match &target {
        Some(target) => cx.links.places_of(&cx.atlas, target),
        None => reader::places(&cx, &route.page),
    };
    map::with(|map| map.set_look(|look| look.highlight = Highlight::of(target.as_ref(), lit)));
    Shared::get().selection.set(target);
    select::show_stop(&fragment);
}

/// Does what the query asks, and says what of it was not understood.
fn obey_query() {
    let Some(cx) = scope() else { return };
    let query = address::query();
    if let Some((lon, lat, zoom)) = query.at {
        map::with(|map| {
            let camera = atlas_map::geometry::Camera::from_at(lon, lat, zoom, map.camera().width, map.camera().height);
            map.jump(camera);
        });
    }
    show_layers(query.layers.as_deref().unwrap_or(&Layer::ALL));
    if let Some(theme) = query.theme {
        theme::set(&theme);
        repaint();
    }
    if let Some(date) = query.date {
        select::as_of(Some(date));
    }
    for part in query.unknown {
        Shared::get().note(format!("{} “{part}”", cx.strings().unknown_value()));
    }
}

/// Shows these layers alone, and keeps the switches true.
fn show_layers(shown: &[Layer]) {
    let hidden: Vec<Layer> = Layer::ALL.into_iter().filter(|layer| !shown.contains(layer)).collect();
    for layer in Layer::ALL {
        let switch = dom::find(&format!("[data-layer={}]", layer.name()));
        if let Some(switch) = switch.and_then(|switch| switch.dyn_into::<HtmlInputElement>().ok()) {
            switch.set_checked(!hidden.contains(&layer));
        }
    }
    map::with(|map| map.set_look(|look| look.hidden = hidden));
}

/// Paints with the palette of now.
fn repaint() {
    map::with(|map| map.set_look(|look| look.palette = theme::palette()));
}

/// The listeners that belong to the whole page.
fn listen() {
    let document = dom::document();
    dom::listen_active(&document, "click", |event: MouseEvent| {
        let plain = event.button() == 0
            && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
            && !event.default_prevented();
        let element = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let Some(element) = element.filter(|_| plain) else { return };
        if let Some(note) = element.closest("[data-closable]").ok().flatten()
            && element.closest("button.close").ok().flatten().is_some()
        {
            note.remove();
        }
        if element.closest("button.theme").ok().flatten().is_some() {
            theme::cycle();
            repaint();
        }
        let button = element.closest("[data-command]").ok().flatten();
        let command = button.and_then(|button| Command::from_name(&button.get_attribute("data-command")?));
        if let Some(command) = command {
            // The inset map is a link where there is no script.
            event.prevent_default();
            return act(command);
        }
        let link = element.closest("a[href]").ok().flatten();
        let href = link.filter(|link| !link.has_attribute("target")).and_then(|link| link.get_attribute("href"));
        if href.is_some_and(|href| select::follow(&href)) {
            event.prevent_default();
        }
    });
    dom::listen(&document, "change", |event: Event| {
        let switch = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(switch) = switch else { return };
        let layer = switch.get_attribute("data-layer").and_then(|name| Layer::from_name(&name));
        let Some(layer) = layer else { return };
        let mut hidden = map::with(|map| map.look().hidden.clone()).unwrap_or_default();
        hidden.retain(|known| *known != layer);
        if !switch.checked() {
            hidden.push(layer);
        }
        map::with(|map| map.set_look(|look| look.hidden = hidden));
    });
    // Closes what is open wherever the focus is; the list of places has an Escape of its own.
    dom::listen_active(&document, "keydown", |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" && !event.default_prevented() && select::close() {
            event.prevent_default();
        }
    });
    dom::listen(&dom::window(), "popstate", |_: Event| select::follow_address());
    for query in ["(prefers-color-scheme: dark)", "(forced-colors: active)"] {
        if let Ok(Some(list)) = dom::window().match_media(query) {
            dom::listen(&list, "change", |_: Event| repaint());
        }
    }
    watch_size();
}

/// Follows the size of the map and of the text.
fn watch_size() {
    let resized = Closure::<dyn FnMut()>::new(|| {
        map::with(|map| map.resize());
        frame::tell_height();
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
fn show_lens() {
    let Some(lens) = dom::find(".inset") else { return };
    map::with(|map| {
        let hidden = map.world.lens_frame(map.camera(), map.look()).is_none();
        if hidden != lens.hidden() {
            lens.set_hidden(hidden);
            map.inset_changed();
        }
    });
}

/// The picture has come to rest: the host may know, and the address where the reader moved it.
fn settled((lon, lat, zoom): (f64, f64, f64), by_hand: bool) {
    if by_hand {
        address::note_view(lon, lat, zoom);
    }
    dom::after(0, || {
        show_lens();
        if let Some(camera) = map::with(|map| *map.camera()) {
            frame::tell_view(&camera);
        }
    });
}

/// Carries out what a control asks.
fn act(command: Command) {
    let shared = Shared::get();
    let zoom = |factor| map::with(|map| map.step_zoom(factor)).unwrap_or_default();
    let fly = |ids: &[&str]| {
        let ids: Vec<String> = ids.iter().map(|id| id.to_string()).collect();
        map::with(|map| map.fly_to(&ids)).unwrap_or_default()
    };
    match command {
        Command::ZoomIn => zoom(2.0),
        Command::ZoomOut => zoom(0.5),
        Command::WholeMap => fly(&[]),
        Command::Caucasus => map::with(|map| {
            let (lens, camera) = (map.world.lens(), *map.camera());
            map.fly(Camera::fit(lens, camera.width, camera.height, Padding::default()));
        })
        .unwrap_or_default(),
        Command::Newest => {
            address::forget_date();
            select::as_of(None);
        }
        Command::Help => shared.help.update(|open| *open = !*open),
        Command::Close => {
            select::close();
        }
        Command::CloseNote(index) => shared.notes.update(|notes| {
            if index < notes.len() {
                notes.remove(index);
            }
        }),
    }
}
