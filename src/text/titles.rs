//! What pages and targets are called, in one line.

use super::scope::Scope;
use super::{format, parts};
use atlas_model::Target;
use atlas_model::list::List;
use atlas_model::route::Page;

/// The number of an article as a heading: `Article 12`, `Preamble`.
pub fn article_name(cx: &Scope, number: u8) -> String {
    let s = cx.strings();
    match number {
        0 => s.preamble().to_string(),
        _ => format!("{} {}", s.article(), format::digits(cx.strings(), &number.to_string())),
    }
}

/// What a list is called.
pub fn list_title(list: &List, cx: &Scope) -> String {
    let s = cx.strings();
    let of = |what: &str, id: &String| {
        let place = cx.feature(id).map_or("", |place| place.name.get(cx.lang));
        format!("{place}: {what}")
    };
    match list {
        List::Layer(layer) => format!("{}: {}", s.all_places(), cx.layer_name(layer)),
        List::Parts(id) => of(s.parts(), id),
        List::Lines(id) => of(s.on_lines(), id),
        List::Along(id) => of(s.along(), id),
        List::Article(number) => format!("{}: {}", article_name(cx, *number), s.places_concerned()),
    }
}

/// What a page is called in one line.
pub fn page_title(cx: &Scope, page: &Page) -> String {
    let s = cx.strings();
    match page {
        Page::Home => cx.profile().tagline.get(cx.lang),
        Page::Treaty => s.treaty(),
        Page::CommentaryIndex => s.commentary(),
        Page::Compare => s.opposing_readings(),
        Page::Tours => s.tours(),
        Page::Tour(id) => cx.atlas.tour(id).map_or(s.tours(), |tour| tour.title.get(cx.lang)),
        Page::About => s.about(),
        Page::Places(list, _) => return list_title(list, cx),
        Page::Place(_) | Page::Article(_) | Page::Source(_) => {
            return page.target().map(|target| title(cx, &target)).unwrap_or_default();
        }
    }
    .to_string()
}

/// What a target is called in one line: for titles and announcements.
pub fn title(cx: &Scope, target: &Target) -> String {
    match target {
        Target::Place(id) => cx.feature(id).map(|feature| feature.name.get(cx.lang).to_string()),
        Target::Article(number) => cx
            .atlas
            .article(*number)
            .map(|found| format!("{}: {}", article_name(cx, *number), found.title.get(cx.lang))),
        Target::Claim(id) => cx.atlas.claim(id).and_then(|claim| {
            let commentary = cx.atlas.commentary(&claim.commentary)?;
            Some(format!("{} {}", commentary.short.get(cx.lang), parts::paragraph_mark(cx, claim)))
        }),
        Target::Source(id) => cx.atlas.commentary(id).map(|commentary| commentary.short.get(cx.lang).to_string()),
    }
    .unwrap_or_default()
}
