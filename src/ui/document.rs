//! Whole pages as HTML documents, rendered natively.

use super::context::{CONTENT_SECURITY_POLICY, RenderContext};
use super::scope::Scope;
use super::islands::{LayerSwitches, MapTools, Reader};
use super::route::{Page, Route};
use super::strings::Strings;
use super::{about_text, index, reader};
use crate::atlas::{Lang, Target};
use crate::draw::{legend, svg};
use crate::scene::{Highlight, Look, World};
use hydration_context::SsrSharedContext;
use leptos::prelude::*;
use std::sync::Arc;

/// A page as a complete HTML document.
pub fn render(context: &RenderContext, route: &Route) -> String {
    document(context, route, &route.to_base(), false)
}

/// The page for addresses that do not exist: the whole map with a note. `base` is the absolute path of the site.
pub fn not_found(context: &RenderContext, base: &str) -> String {
    document(context, &Route::new(Page::Home, Lang::En), base, true)
}

/// The title of a page, without the name of the site.
pub fn title(context: &RenderContext, route: &Route) -> String {
    let s = Strings::of(route.lang);
    let cx = scope(context, route, "");
    match &route.page {
        Page::Home => s.tagline.into(),
        Page::Treaty => s.treaty.into(),
        Page::CommentaryIndex => s.commentary.into(),
        Page::Compare => s.opposing_readings.into(),
        Page::About => s.about.into(),
        page => page.target().map(|target| reader::title(&cx, &target)).unwrap_or_default(),
    }
}

fn scope(context: &RenderContext, route: &Route, base: &str) -> Scope {
    Scope {
        atlas: context.atlas.clone(),
        links: context.links.clone(),
        lang: route.lang,
        embed: route.embed,
        base: base.to_string(),
    }
}

fn document(context: &RenderContext, route: &Route, base: &str, missing: bool) -> String {
    let _ = any_spawner::Executor::init_futures_executor();
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new())));
    let body = owner.with(|| {
        let cx = scope(context, route, base);
        body(&cx, context, route, missing).to_html()
    });
    let lang = route.lang;
    let edition = if route.embed { "embed" } else { "full" };
    let mut html = String::with_capacity(body.len() + 4096);
    html.push_str(&format!(
        "<!doctype html>\n<html lang=\"{}\" dir=\"{}\" data-atlas=\"static\" data-edition=\"{edition}\" data-base=\"{}\">\n",
        lang.code(),
        lang.dir(),
        escape(base),
    ));
    html.push_str(&head(context, route, base));
    html.push_str(&body);
    html.push_str("</html>\n");
    html
}

fn head(context: &RenderContext, route: &Route, base: &str) -> String {
    let s = Strings::of(route.lang);
    let assets = context.assets;
    let title = title(context, route);
    let description = description(context, route);
    let mut head = String::from("<head>\n<meta charset=\"utf-8\">\n");
    head.push_str(&format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{CONTENT_SECURITY_POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>{} · {}</title>\n<meta name=\"description\" content=\"{}\">\n",
        escape(&title),
        escape(s.site),
        escape(&description),
    ));
    head.push_str(&format!("<link rel=\"stylesheet\" href=\"{base}{}\">\n", assets.style));
    head.push_str(&format!("<link rel=\"icon\" href=\"{base}{}\" type=\"image/svg+xml\">\n", assets.other("icon.svg").unwrap_or_default()));
    head.push_str(&alternates(context, route, base, &title, &description));
    head.push_str(&scripts(context, route, base));
    head.push_str("</head>\n");
    head
}

/// Links to the same page elsewhere: other languages, the canonical address, oEmbed, and what share cards show.
fn alternates(context: &RenderContext, route: &Route, base: &str, title: &str, description: &str) -> String {
    let mut links = String::new();
    let address = |path: &str| match context.base_url {
        Some(url) => format!("{url}{path}"),
        None => format!("{base}{path}"),
    };
    for lang in Lang::INTERFACE {
        let other = Route { lang, ..route.clone() };
        links.push_str(&format!(
            "<link rel=\"alternate\" hreflang=\"{}\" href=\"{}\">\n",
            lang.code(),
            escape(&address(&other.path()))
        ));
    }
    let full = Route { embed: false, ..route.clone() };
    if let Some(url) = context.base_url {
        links.push_str(&format!("<link rel=\"canonical\" href=\"{}\">\n", escape(&format!("{url}{}", full.path()))));
        links.push_str(&format!("<meta property=\"og:url\" content=\"{}\">\n", escape(&format!("{url}{}", full.path()))));
    }
    links.push_str(&format!(
        "<meta property=\"og:title\" content=\"{}\">\n<meta property=\"og:description\" content=\"{}\">\n\
         <meta property=\"og:type\" content=\"article\">\n",
        escape(title),
        escape(description)
    ));
    if !route.embed {
        links.push_str(&format!(
            "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{}\" title=\"{}\">\n",
            escape(&address(&route.oembed_path())),
            escape(title)
        ));
    }
    links
}

/// One sentence on the page for search engines and share cards.
fn description(context: &RenderContext, route: &Route) -> String {
    let s = Strings::of(route.lang);
    let text = match &route.page {
        Page::Place(id) => context.atlas.feature(id).map(|feature| &feature.summary.text),
        Page::Article(number) => context.atlas.article(*number).map(|article| &article.summary.text),
        Page::Source(id) => context.atlas.commentary(id).map(|commentary| &commentary.about.text),
        _ => None,
    };
    let text = text.map_or(s.intro, |text| text.get(route.lang));
    match text.char_indices().nth(200) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_string(),
    }
}

fn scripts(context: &RenderContext, route: &Route, base: &str) -> String {
    let assets = context.assets;
    if route.embed {
        format!("<script defer src=\"{base}{}\"></script>\n", assets.embed(route.lang))
    } else {
        format!(
            "<script type=\"module\" src=\"{base}{}\" data-script=\"{base}{}\" data-wasm=\"{base}{}\" \
             data-atlas=\"{base}{}\" data-basemap=\"{base}{}\" data-features=\"{base}{}\"></script>\n",
            assets.loader,
            assets.script,
            assets.wasm,
            assets.atlas(route.lang),
            assets.basemap,
            assets.features
        )
    }
}

fn body(cx: &Scope, context: &RenderContext, route: &Route, missing: bool) -> AnyView {
    let s = cx.strings();
    let target = route.page.target();
    let selected = match &target {
        Some(Target::Place(id)) => Some(id.clone()),
        _ => None,
    };
    view! {
        <body>
            <a class="skip" href="#text">{s.skip_to_text}</a>
            <main class="atlas">
                {map_section(cx, context.world, target.as_ref())}
                <div class="panel" data-panel="" data-selected=selected>
                    {masthead(cx, route)}
                    {text(cx, route, missing)}
                    {colophon(cx)}
                </div>
            </main>
        </body>
    }
    .into_any()
}

fn map_section(cx: &Scope, world: &World, target: Option<&Target>) -> AnyView {
    let tools = view! { <MapTools lang=cx.lang/> }.into_any();
    view! {
        <section class="map" aria-label=cx.strings().map>
            <div class="map-static" inner_html=map(cx, world, target)></div>
            {tools}
            {legend_box(cx)}
            <p class="credit" lang="en" dir="ltr">{about_text::MAP_CREDIT}</p>
        </section>
    }
    .into_any()
}

fn text(cx: &Scope, route: &Route, missing: bool) -> AnyView {
    let s = cx.strings();
    let text = reader::page(cx, &route.page);
    let note = missing.then(|| index::not_found(cx));
    let live = view! { <Reader/> }.into_any();
    view! {
        <div class="text" id="text" tabindex="-1">
            {note}
            <div class="failure" data-failure="" hidden>
                <p><b>{s.failed_title}</b>" "{s.failed_text}" "<span data-reason=""></span></p>
                <button type="button" class="retry">{s.retry}</button>
            </div>
            <div class="prerendered">{text}</div>
            {live}
        </div>
    }
    .into_any()
}

/// The prerendered map, framed on what the page is about.
fn map(cx: &Scope, world: &World, target: Option<&Target>) -> String {
    let lit = target.map(|target| cx.links.places_of(&cx.atlas, target)).unwrap_or_default();
    let frame = if lit.is_empty() { world.home() } else { world.frame_for(&lit) };
    let look = Look { lang: cx.lang, highlight: Highlight::of(target, lit), ..Look::default() };
    svg::map(world, &look, frame, &|id| cx.href(Page::Place(id.to_string())))
}

fn masthead(cx: &Scope, route: &Route) -> AnyView {
    let s = cx.strings();
    if cx.embed {
        let full = cx.href_of(&Route { embed: false, ..route.clone() });
        return view! {
            <header class="masthead">
                <a class="brand" href=cx.href(Page::Home)>{s.site}</a>
                <a class="full" href=full target="_top" rel="noopener">{s.open_full}</a>
            </header>
        }
        .into_any();
    }
    let entry = |page: Page, name: &'static str| {
        let current = (route.page == page).then_some("page");
        view! { <li><a href=cx.href(page) aria-current=current>{name}</a></li> }
    };
    let languages = Lang::INTERFACE
        .into_iter()
        .filter(|lang| *lang != cx.lang)
        .map(|lang| {
            let href = cx.href_of(&Route { lang, ..route.clone() });
            view! { <a href=href lang=lang.code() hreflang=lang.code() data-language="">{lang.own_name()}</a> }
        })
        .collect_view();
    view! {
        <header class="masthead">
            <a class="brand" href=cx.href(Page::Home)>{s.site}</a>
            <nav aria-label=s.main_menu>
                <ul>
                    {entry(Page::Treaty, s.treaty)}
                    {entry(Page::CommentaryIndex, s.commentary)}
                    {entry(Page::Compare, s.compare)}
                    {entry(Page::About, s.about)}
                </ul>
            </nav>
            <div class="settings">
                {languages}
                <button
                    type="button"
                    class="theme"
                    aria-label=s.theme
                    data-auto=s.theme_auto
                    data-light=s.theme_light
                    data-dark=s.theme_dark
                >
                    <span class="icon" aria-hidden="true"></span>
                </button>
            </div>
        </header>
    }
    .into_any()
}

fn legend_box(cx: &Scope) -> AnyView {
    let s = cx.strings();
    let rows = legend::entries()
        .into_iter()
        .map(|entry| {
            let name = entry.name(cx.lang);
            view! { <li><span class="sample" inner_html=entry.svg></span><span>{name}</span></li> }
        })
        .collect_view();
    view! {
        <details class="legend">
            <summary>{s.legend}</summary>
            <ul>{rows}</ul>
            <LayerSwitches lang=cx.lang/>
        </details>
    }
    .into_any()
}

fn colophon(cx: &Scope) -> AnyView {
    let s = cx.strings();
    let about = cx.href_of(&Route::new(Page::About, cx.lang));
    view! { <footer class="colophon"><p><a href=about>{s.credits}</a></p></footer> }.into_any()
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
