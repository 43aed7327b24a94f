//! Pages as long as there are none.

use super::pages::Renderer;
use crate::ui::context::{CONTENT_SECURITY_POLICY, RenderContext};
use crate::ui::route::Route;

/// The least that is a page.
pub const RENDERER: Renderer = Renderer { page, title, not_found };

fn page(context: &RenderContext, route: &Route) -> String {
    let (assets, lang, base) = (context.assets, route.lang, route.to_base());
    let scripts = if route.embed {
        format!("<script defer src=\"{base}{}\"></script>", assets.embed(lang))
    } else {
        format!(
            "<script type=\"module\" src=\"{base}{}\" data-script=\"{base}{}\" data-wasm=\"{base}{}\" \
             data-basemap=\"{base}{}\" data-atlas=\"{base}{}\" data-features=\"{base}{}\"></script>",
            assets.loader,
            assets.script,
            assets.wasm,
            assets.basemap,
            assets.atlas(lang),
            assets.features
        )
    };
    format!(
        "<!doctype html>\n<html lang=\"{}\" dir=\"{}\" data-atlas=\"static\"><head><meta charset=\"utf-8\">\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{CONTENT_SECURITY_POLICY}\">\
         <title>{}</title><link rel=\"stylesheet\" href=\"{base}{}\">{scripts}</head>\
         <body><h1>{}</h1></body></html>\n",
        lang.code(),
        lang.dir(),
        title(context, route),
        assets.style,
        title(context, route),
    )
}

fn title(_: &RenderContext, route: &Route) -> String {
    format!("Treaty Atlas: /{}", route.path())
}

fn not_found(_: &RenderContext, base: &str) -> String {
    format!("<!doctype html>\n<meta charset=\"utf-8\"><title>Not found</title><a href=\"{base}\">Treaty Atlas</a>\n")
}
