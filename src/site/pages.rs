//! Every page in every language, whole and as an embed.

use super::base_url::BaseUrl;
use super::files::Files;
use super::sources::Sources;
use super::{oembed, parallel};
use crate::atlas::{Atlas, Lang};
use crate::scene::World;
use crate::ui::context::{Assets, RenderContext};
use crate::ui::document;
use crate::ui::route::{Page, Route};

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
pub fn routes(atlas: &Atlas) -> Vec<Route> {
    let pages = Page::all(atlas);
    let in_all = |page: &Page| Lang::INTERFACE.map(|lang| Route::new(page.clone(), lang));
    let full = pages.iter().flat_map(in_all);
    full.flat_map(|route| [route.clone(), Route { embed: true, ..route }]).collect()
}

/// Where the document of a route is published.
pub fn path(route: &Route) -> String {
    format!("{}index.html", route.path())
}

/// Renders all pages and the oEmbed answers about them.
///
/// Both editions of a page are rendered by the same thread, whose world then has the names placed already.
pub fn publish(files: &mut Files, sources: &Sources, assets: &Assets, renderer: &Renderer, base: Option<&BaseUrl>) {
    let routes = routes(&sources.atlas);
    let pairs: Vec<&[Route]> = routes.chunks(2).collect();
    let render = |world: &World, pair: &&[Route]| -> Vec<String> {
        let context = sources.context(world, assets, base);
        pair.iter().map(|route| (renderer.page)(&context, route)).collect()
    };
    let documents = parallel::map_with(&pairs, || sources.world(), render);
    for (route, document) in routes.iter().zip(documents.into_iter().flatten()) {
        files.add(path(route), document);
    }
    let world = sources.world();
    let context = sources.context(&world, assets, base);
    files.add("404.html", (renderer.not_found)(&context, base.map_or("/", BaseUrl::path)));
    publish_oembed(files, &context, renderer, base);
}

/// Adds the oEmbed answers about all pages.
pub fn publish_oembed(files: &mut Files, context: &RenderContext, renderer: &Renderer, base: Option<&BaseUrl>) {
    for route in routes(context.atlas).iter().filter(|route| !route.embed) {
        files.add(route.oembed_path(), oembed::answer(route, &(renderer.title)(context, route), base));
    }
}
