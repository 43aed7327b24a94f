//! Whole pages as HTML documents, rendered natively.

use super::context::{CONTENT_SECURITY_POLICY, RenderContext};
use atlas_map::draw::legend::LegendEntry;
use atlas_map::draw::svg::{Grade, escaped};
use atlas_map::draw::{legend, svg};
use atlas_map::geometry::Rect;
use atlas_map::scene::{self, Highlight, LabelledMap, MapStyle, SizeClass, is_crowded};
use atlas_model::route::{Page, Route};
use atlas_model::{Lang, Target};
use atlas_text::scope::Scope;
use atlas_text::strings;
use atlas_text::{format, index, reader, titles};
use maud::{Markup, PreEscaped, html};

/// A page as a complete HTML document.
pub fn render(context: &RenderContext, route: &Route) -> String {
    document(context, route, &route.to_base(), false)
}

/// The page for addresses that do not exist: the whole map with a note. `base` is the absolute path of the site.
pub fn not_found(context: &RenderContext, base: &str) -> String {
    document(context, &Route::new(Page::Home, Lang::ENGLISH), base, true)
}

/// The title of a page, without the name of the site.
pub fn title(context: &RenderContext, route: &Route) -> String {
    titles::page_title(&scope(context, route, ""), &route.page)
}

fn scope(context: &RenderContext, route: &Route, base: &str) -> Scope {
    Scope {
        atlas: context.atlas.clone(),
        links: context.links.clone(),
        wording: context.wording(route.lang),
        lang: route.lang,
        embed: route.embed,
        date: None,
        base: base.to_string(),
    }
}

fn document(context: &RenderContext, route: &Route, base: &str, missing: bool) -> String {
    let cx = scope(context, route, base);
    let body = body(&cx, context, route, missing).into_string();
    let lang = route.lang;
    let edition = if route.embed { "embed" } else { "full" };
    let mut html = String::with_capacity(body.len() + 4096);
    html.push_str(&format!(
        "<!doctype html>\n<html lang=\"{}\" dir=\"{}\" data-atlas=\"static\" data-edition=\"{edition}\" data-base=\"{}\">\n",
        lang.code(),
        lang.dir(),
        escaped(base),
    ));
    html.push_str(&head(context, route, base));
    html.push_str(&body);
    html.push_str("</html>\n");
    html
}

fn head(context: &RenderContext, route: &Route, base: &str) -> String {
    let wording = context.wording(route.lang);
    let assets = context.assets;
    let title = title(context, route);
    let description = description(context, route);
    let mut head = String::from("<head>\n<meta charset=\"utf-8\">\n");
    head.push_str(&format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{CONTENT_SECURITY_POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>{} · {}</title>\n<meta name=\"description\" content=\"{}\">\n",
        escaped(&title),
        escaped(wording.profile.title.get(route.lang)),
        escaped(&description),
    ));
    head.push_str(&format!("<link rel=\"stylesheet\" href=\"{base}{}\">\n", assets.style));
    head.push_str(&format!(
        "<link rel=\"icon\" href=\"{base}{}\" type=\"image/svg+xml\">\n",
        assets.other("icon.svg").unwrap_or_default()
    ));
    head.push_str(&alternates(context, route, base, &title, &description));
    // First, because it answers clicks while the rest is on its way.
    head.push_str(&scripts(context, route, base));
    head.push_str(&preloads(context, route, base));
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
    for lang in context.languages() {
        let other = Route { lang, ..route.clone() };
        links.push_str(&format!(
            "<link rel=\"alternate\" hreflang=\"{}\" href=\"{}\">\n",
            lang.code(),
            escaped(&address(&other.path()))
        ));
    }
    let full = Route { embed: false, ..route.clone() };
    if let Some(url) = context.base_url {
        links.push_str(&format!("<link rel=\"canonical\" href=\"{}\">\n", escaped(&format!("{url}{}", full.path()))));
        links.push_str(&format!(
            "<meta property=\"og:url\" content=\"{}\">\n",
            escaped(&format!("{url}{}", full.path()))
        ));
    }
    links.push_str(&format!(
        "<meta property=\"og:title\" content=\"{}\">\n<meta property=\"og:description\" content=\"{}\">\n\
         <meta property=\"og:type\" content=\"article\">\n",
        escaped(title),
        escaped(description)
    ));
    if !route.embed {
        links.push_str(&format!(
            "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{}\" title=\"{}\">\n",
            escaped(&address(&route.oembed_path())),
            escaped(title)
        ));
    }
    links
}

/// One sentence on the page for search engines and share cards.
fn description(context: &RenderContext, route: &Route) -> String {
    let wording = context.wording(route.lang);
    let text = match &route.page {
        Page::Place(id) => context.links.feature(context.atlas, id).map(|feature| &feature.summary.text),
        Page::Article(number) => context.atlas.article(*number).map(|article| &article.summary.text),
        Page::Source(id) => context.atlas.commentary(id).map(|commentary| &commentary.about.text),
        Page::Tour(id) => context.atlas.tour(id).map(|tour| &tour.intro.text),
        _ => None,
    };
    let text = text.map_or(wording.profile.introduction.get(route.lang), |text| text.get(route.lang));
    match text.char_indices().nth(200) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_string(),
    }
}

/// What the loader of a full page will ask for first: on its way while the page is still being laid out.
fn preloads(context: &RenderContext, route: &Route, base: &str) -> String {
    let assets = context.assets;
    if route.embed {
        return String::new();
    }
    let data = [assets.wasm.as_str(), assets.atlas(route.lang), &assets.basemap, &assets.features]
        .map(|address| format!("<link rel=\"preload\" as=\"fetch\" crossorigin href=\"{base}{address}\">\n"));
    format!("<link rel=\"modulepreload\" href=\"{base}{}\">\n{}", assets.script, data.concat())
}

/// The loader. On full pages it runs as soon as it is there and before anything is seen: a map that is seen can be clicked,
/// and browsers lay the page out and paint it once, not several times while it grows.
fn scripts(context: &RenderContext, route: &Route, base: &str) -> String {
    let assets = context.assets;
    if route.embed {
        format!("<script defer src=\"{base}{}\"></script>\n", assets.embed(route.lang))
    } else {
        format!(
            "<script type=\"module\" async blocking=\"render\" src=\"{base}{}\" \
             data-painter=\"{base}{}\" data-script=\"{base}{}\" data-wasm=\"{base}{}\" \
             data-atlas=\"{base}{}\" data-basemap=\"{base}{}\" data-features=\"{base}{}\" \
             data-texts=\"{base}{}\" data-detail=\"{base}{}\"></script>\n",
            assets.loader,
            assets.painter,
            assets.script,
            assets.wasm,
            assets.atlas(route.lang),
            assets.basemap,
            assets.features,
            assets.texts(route.lang),
            assets.detail
        )
    }
}

fn body(cx: &Scope, context: &RenderContext, route: &Route, missing: bool) -> Markup {
    let s = cx.strings();
    let target = route.page.target();
    let selected = match &target {
        Some(Target::Place(id)) => Some(id),
        _ => None,
    };
    let text = match route.page {
        Page::About => Some(index::about(cx)),
        _ => reader::page(cx, &route.page),
    };
    let text = text.unwrap_or_default();
    html! {
        body {
            a.skip href="#text" { (s.skip_to_text()) }
            main.atlas {
                section.map aria-label=(s.map()) {
                    @let view = MapView::of(cx, context.map_data, &route.page);
                    div.map-static {
                        (PreEscaped(view.map(cx, context.map_data, &route.page, text.0.len())))
                        (PreEscaped(view.scale_bar(cx)))
                    }
                    (inset(cx, context.map_data, &view.map_style))
                    (component("map-tools"))
                    (legend_box(cx, context.map_data))
                    p.credit { bdi lang="en" dir="ltr" { (cx.profile().credits.map) } }
                }
                div.panel data-panel="" data-selected=[selected] {
                    (masthead(cx, context, route))
                    div.text id="text" tabindex="-1" {
                        @if missing { (index::not_found(cx)) }
                        div.failure data-failure="" hidden {
                            p { b { (s.failed_title()) } " " (s.failed_text()) " " span data-reason="" {} }
                            button.retry type="button" { (s.retry()) }
                        }
                        div.failure data-incomplete="" hidden {
                            p { (s.incomplete()) " " span data-reason="" {} }
                            button.retry type="button" { (s.retry()) }
                        }
                        div.prerendered { (text) }
                        div.live {}
                    }
                    footer.colophon {
                        p { a href=(cx.href_of(&Route::new(Page::About, cx.lang))) { (s.credits()) } }
                    }
                }
            }
        }
    }
}

/// The place where the program mounts a component.
fn component(name: &str) -> Markup {
    html! { div data-component=(name) {} }
}

/// What the prerendered map of a page shows.
struct MapView {
    frame: Rect,
    map_style: MapStyle,
}

impl MapView {
    /// Framed on what the page is about. The whole map comes with the inset.
    fn of(cx: &Scope, map_data: &LabelledMap, page: &Page) -> MapView {
        let highlighted = reader::places(cx, page);
        let frame = if highlighted.is_empty() {
            scene::home(map_data, cx.lang)
        } else {
            scene::frame_for(map_data, &highlighted, cx.lang)
        };
        let inset = frame == scene::home(map_data, cx.lang) && !cx.embed && map_data.inset().is_some();
        let highlight = Highlight::of(page.target().as_ref(), highlighted);
        MapView { frame, map_style: MapStyle { lang: cx.lang, highlight, inset, ..MapStyle::default() } }
    }

    /// The map beside a text of so many bytes.
    fn map(&self, cx: &Scope, map_data: &LabelledMap, page: &Page, text: usize) -> String {
        let href = |id: &str| cx.href(Page::Place(id.to_string()));
        svg::map_of_grade(map_data, &self.map_style, self.frame, &href, grade(cx, map_data, page, text))
    }

    fn scale_bar(&self, cx: &Scope) -> String {
        svg::scale_bar(self.frame, SizeClass::Large, false, &|length| kilometres(cx, length))
    }
}

fn kilometres(cx: &Scope, length: f64) -> String {
    // The maps are written from left to right; a mark keeps number and unit in the order of the language.
    let mark = cx.lang.is_rtl().then_some(svg::RIGHT_TO_LEFT);
    mark.into_iter().collect::<String>() + &format::quantity(cx.strings(), length, None, "km")
}

/// The inset map, on a page that shows it: a link to its page, and with a script the way there on the map.
fn inset(cx: &Scope, map_data: &LabelledMap, map_style: &MapStyle) -> Markup {
    html! {
        @if let Some((inset, area)) = map_data.inset().zip(scene::inset_area(map_data)).filter(|_| map_style.inset) {
            a.inset href=(cx.href(Page::Place(inset.place.clone()))) aria-label=(inset.name.get(cx.lang)) {
                (PreEscaped(svg::inset(map_data, area, map_style)))
                (PreEscaped(svg::scale_bar(area, SizeClass::Tiny, true, &|length| kilometres(cx, length))))
            }
        }
    }
}

/// How much the map of a page holds. In a large atlas a place that nothing is said of, and that only close maps name,
/// is one of very many.
fn grade(cx: &Scope, map_data: &LabelledMap, page: &Page, text: usize) -> Grade {
    let is_minor = match page {
        Page::Place(id) => cx.feature(id).is_some_and(|place| {
            place.rank > 3
                && cx.links.articles_of_place(id).is_empty()
                && cx.links.claims_of_place(&cx.atlas, id).is_empty()
        }),
        Page::Places(..) => true,
        _ => false,
    };
    match (map_data.is_large(), is_minor) {
        (true, true) => Grade::LIGHT,
        (true, false) => Grade::among_thousands(text),
        (false, _) => Grade::beside(text),
    }
}

fn masthead(cx: &Scope, context: &RenderContext, route: &Route) -> Markup {
    let s = cx.strings();
    if cx.embed {
        let full = cx.href_of(&Route { embed: false, ..route.clone() });
        return html! {
            header.masthead {
                a.brand href=(cx.href(Page::Home)) { (cx.profile().title.get(cx.lang)) }
                a.full href=(full) target="_top" rel="noopener" { (s.open_full()) }
            }
        };
    }
    let entries = [
        (Page::Treaty, s.treaty()),
        (Page::CommentaryIndex, s.commentary()),
        (Page::Compare, s.compare()),
        (Page::About, s.about()),
    ];
    html! {
        header.masthead {
            a.brand href=(cx.href(Page::Home)) { (cx.profile().title.get(cx.lang)) }
            nav aria-label=(s.main_menu()) {
                ul {
                    @for (page, name) in entries {
                        @let current = (route.page == page).then_some("page");
                        li { a href=(cx.href(page)) aria-current=[current] { (name) } }
                    }
                }
            }
            div.settings {
                @for lang in context.languages() {
                    @if lang != cx.lang {
                        @let other = Route { lang, ..route.clone() };
                        a href=(cx.href_of(&other)) lang=(lang.code()) hreflang=(lang.code()) data-language="" {
                            (cx.profile().language_name(lang))
                        }
                    }
                }
                (component("theme-button"))
            }
        }
    }
}

fn legend_box(cx: &Scope, map_data: &LabelledMap) -> Markup {
    html! {
        details.legend {
            summary { (cx.strings().legend()) }
            ul {
                @for entry in legend::legend(map_data) {
                    li { span.sample { (PreEscaped(&entry.svg)) } span { (sign(cx, &entry)) } }
                }
            }
            @if is_crowded(map_data) { p { (cx.strings().crowded()) } }
            (component("layer-switches"))
        }
    }
}

/// What a sign of the legend stands for: in the words of the atlas, or of the interface.
fn sign<'a>(cx: &'a Scope, entry: &LegendEntry) -> &'a str {
    let own = cx.profile().legend.iter().find(|(key, _)| key == entry.key);
    own.map_or_else(|| strings::sign(cx.strings(), entry.sign), |(_, words)| words.get(cx.lang))
}
