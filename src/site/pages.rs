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

/// Every route of an atlas.
pub fn routes(atlas: &Atlas) -> Vec<Route> {
    let pages = Page::all(atlas);
    let editions = Lang::INTERFACE.into_iter().flat_map(|lang| [(lang, false), (lang, true)]);
    editions.flat_map(|(lang, embed)| pages.iter().map(move |page| Route { page: page.clone(), lang, embed })).collect()
}

/// Renders all pages and the oEmbed answers about them.
pub fn publish(files: &mut Files, sources: &Sources, assets: &Assets, renderer: &Renderer, base: Option<&BaseUrl>) {
    let routes = routes(&sources.atlas);
    let render = |world: &World, route: &Route| {
        let context = sources.context(world, assets, base);
        ((renderer.page)(&context, route), (renderer.title)(&context, route))
    };
    let documents = parallel::map_with(&routes, || sources.world(), render);
    for (route, (document, title)) in routes.iter().zip(documents) {
        files.add(format!("{}index.html", route.path()), document);
        if !route.embed {
            files.add(route.oembed_path(), oembed::answer(route, &title, base));
        }
    }
    let world = sources.world();
    let context = sources.context(&world, assets, base);
    files.add("404.html", (renderer.not_found)(&context, base.map_or("/", BaseUrl::path)));
}
