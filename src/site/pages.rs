//! Every page in every language, whole and as an embed.

use super::base_url::BaseUrl;
use super::files::Files;
use super::oembed;
use super::parallel::on_all_cores;
use super::sources::Sources;
use crate::context::{Assets, RenderContext};
use crate::document;
use atlas_model::route::{Page, Route};
use rayon::iter::ParallelIterator;
use rayon::slice::ParallelSlice;
use std::convert::Infallible;
use std::sync::{Mutex, PoisonError};

/// What turns a route into a document.
#[derive(Clone, Copy)]
pub struct Renderer {
    /// A whole HTML document.
    pub page: fn(&RenderContext, &Route) -> String,
    /// The title of a page, as oEmbed and search engines show it.
    pub title: fn(&RenderContext, &Route) -> String,
    /// The document for an address that has no page; all its links begin with the base path it is given.
    pub not_found: fn(&RenderContext, &str) -> String,
}

/// The pages of the atlas.
pub const RENDERER: Renderer =
    Renderer { page: document::render, title: document::title, not_found: document::not_found };

/// Every route of an atlas, the two editions of a page side by side: they show the same map.
pub fn routes(sources: &Sources) -> Vec<Route> {
    let pages = Page::all(&sources.atlas, &sources.links);
    let in_all = |page: &Page| sources.profile.offered().map(|lang| Route::new(page.clone(), lang)).collect::<Vec<_>>();
    let full = pages.iter().flat_map(in_all);
    full.flat_map(|route| [route.clone(), Route { embed: true, ..route }]).collect()
}

/// Where the document of a route is published.
pub fn path(route: &Route) -> String {
    format!("{}index.html", route.path())
}

/// Renders all pages and the oEmbed answers about them, on all cores, and hands over each file with its path as soon as
/// it is made: a large site does not fit into memory. Stops at the first file that `publish` cannot take.
///
/// Both editions of a page are rendered by the same thread one after the other, so that its names are placed once.
///
/// # Errors
/// What `publish` fails with.
pub fn render<E: Send>(
    sources: &Sources,
    assets: &Assets,
    renderer: &Renderer,
    base: Option<&BaseUrl>,
    publish: impl Fn(&str, String) -> Result<(), E> + Sync,
) -> Result<(), E> {
    let map_data = sources.map_data();
    let context = sources.context(&map_data, assets, base);
    let routes = routes(sources);
    let publish_pair = |pair: &[Route]| {
        for route in pair {
            publish(&path(route), (renderer.page)(&context, route))?;
        }
        let mut full = pair.iter().filter(|route| !route.embed);
        full.try_for_each(|route| publish(&route.oembed_path(), oembed(&context, route, renderer, base)))
    };
    on_all_cores(|| routes.par_chunks(2).try_for_each(publish_pair))?;
    publish("404.html", (renderer.not_found)(&context, base.map_or("/", BaseUrl::path)))
}

/// The same into memory.
pub fn publish(files: &mut Files, sources: &Sources, assets: &Assets, renderer: &Renderer, base: Option<&BaseUrl>) {
    let shared = Mutex::new(files);
    let add = |path: &str, content: String| -> Result<(), Infallible> {
        shared.lock().unwrap_or_else(PoisonError::into_inner).add(path, content);
        Ok(())
    };
    let Ok(()) = render(sources, assets, renderer, base, add);
}

/// The oEmbed answer about a page.
pub fn oembed(context: &RenderContext, route: &Route, renderer: &Renderer, base: Option<&BaseUrl>) -> String {
    let provider = context.map_data.profile().title.get(route.lang);
    oembed::answer(route, &(renderer.title)(context, route), provider, base)
}
