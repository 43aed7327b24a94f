//! Every page in every language, whole and as an embed.

use super::base_url::BaseUrl;
use super::files::Files;
use super::{oembed, parallel};
use crate::atlas::Lang;
use crate::ui::context::RenderContext;
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

/// Every route of an atlas.
pub fn routes(context: &RenderContext) -> Vec<Route> {
    let pages = Page::all(context.atlas);
    let editions = Lang::INTERFACE.into_iter().flat_map(|lang| [(lang, false), (lang, true)]);
    editions.flat_map(|(lang, embed)| pages.iter().map(move |page| Route { page: page.clone(), lang, embed })).collect()
}

/// Renders all pages and the oEmbed answers about them.
pub fn publish(files: &mut Files, context: &RenderContext, renderer: &Renderer, base: Option<&BaseUrl>) {
    let routes = routes(context);
    let documents = parallel::map(&routes, |route| (renderer.page)(context, route));
    for (route, document) in routes.iter().zip(documents) {
        files.add(format!("{}index.html", route.path()), document);
        if !route.embed {
            files.add(route.oembed_path(), oembed::answer(route, &(renderer.title)(context, route), base));
        }
    }
    files.add("404.html", (renderer.not_found)(context, base.map_or("/", BaseUrl::path)));
}
