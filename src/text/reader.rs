//! Which panel is read: the same choice for a prerendered page and for a live selection.

use super::scope::Scope;
use super::{article, commentary, index, list, place, tour};
use atlas_model::Target;
use atlas_model::route::Page;
use maud::Markup;

/// The text of a page; `None` for the page about the atlas, which is [`index::about`], and for what the atlas does not
/// have.
pub fn page(cx: &Scope, page: &Page) -> Option<Markup> {
    Some(match page {
        Page::Home => index::home(cx),
        Page::Treaty => article::treaty(cx),
        Page::CommentaryIndex => commentary::index(cx),
        Page::Compare => commentary::compare(cx),
        Page::Tours => tour::index(cx),
        Page::Tour(id) => tour::tour(cx, cx.atlas.tour(id)?),
        // Only read as it came; long, and nothing in it can be selected.
        Page::About => return None,
        Page::Places(list, number) => return list::page(cx, list, *number),
        Page::Place(_) | Page::Article(_) | Page::Source(_) => return target(cx, &page.target()?),
    })
}

/// The text about something selected; `None` when the atlas does not have it.
pub fn target(cx: &Scope, target: &Target) -> Option<Markup> {
    Some(match target {
        Target::Place(id) => place::place(cx, cx.feature(id)?),
        Target::Article(number) => article::article(cx, cx.atlas.article(*number)?),
        Target::Claim(id) => commentary::claim(cx, cx.atlas.claim(id)?),
        Target::Source(id) => commentary::commentary(cx, cx.atlas.commentary(id)?),
    })
}

/// The places that a page is about, which stand out on the map.
pub fn places(cx: &Scope, page: &Page) -> Vec<String> {
    match (page, page.target()) {
        (Page::Tour(id), _) => cx.atlas.tour(id).map(tour::places).unwrap_or_default(),
        (_, Some(target)) => cx.links.places_of(&cx.atlas, &target),
        _ => Vec::new(),
    }
}
