//! The addresses of pages.

use super::list::List;
use super::{Atlas, Lang, Links, Target};

/// A page of the atlas, in any language, whole or as an embed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Page {
    Home,
    Place(String),
    Treaty,
    Article(u8),
    CommentaryIndex,
    Source(String),
    Compare,
    Tours,
    Tour(String),
    About,
    /// A page of a long list, counted from 0.
    Places(List, usize),
}

/// Where a page is published.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Route {
    /// Which page.
    pub page: Page,
    /// In which language.
    pub lang: Lang,
    /// True for the compact edition that goes into a frame.
    pub embed: bool,
}

impl Page {
    /// All pages of an atlas, in reading order.
    pub fn all(atlas: &Atlas, links: &Links) -> Vec<Page> {
        let mut pages = vec![Page::Home, Page::Treaty];
        pages.extend(atlas.articles.iter().map(|article| Page::Article(article.number)));
        pages.push(Page::CommentaryIndex);
        pages.extend(atlas.commentaries.iter().map(|commentary| Page::Source(commentary.id.clone())));
        pages.extend([Page::Compare, Page::Tours]);
        pages.extend(atlas.tours.iter().map(|tour| Page::Tour(tour.id.clone())));
        pages.push(Page::About);
        pages.extend(atlas.features.iter().map(|feature| Page::Place(feature.id.clone())));
        for list in List::long(atlas, links) {
            pages.extend((0..list.pages(atlas, links)).map(|number| Page::Places(list.clone(), number)));
        }
        pages
    }

    /// What is selected when the page opens.
    pub fn target(&self) -> Option<Target> {
        match self {
            Page::Place(id) => Some(Target::Place(id.clone())),
            Page::Article(number) => Some(Target::Article(*number)),
            Page::Source(id) => Some(Target::Source(id.clone())),
            _ => None,
        }
    }

    /// The page of a target; a claim is read on the page of its commentary.
    pub fn of_target(atlas: &Atlas, target: &Target) -> Page {
        match target {
            Target::Place(id) => Page::Place(id.clone()),
            Target::Article(number) => Page::Article(*number),
            Target::Source(id) => Page::Source(id.clone()),
            Target::Claim(id) => {
                atlas.claim(id).map_or(Page::CommentaryIndex, |claim| Page::Source(claim.commentary.clone()))
            }
        }
    }

    /// The page that a list belongs to.
    pub fn of_list(list: &List) -> Page {
        match list {
            List::Layer(_) => Page::Home,
            List::Parts(id) | List::Lines(id) | List::Along(id) => Page::Place(id.clone()),
            List::Article(number) => Page::Article(*number),
        }
    }

    fn path(&self) -> String {
        match self {
            Page::Home => String::new(),
            Page::Place(id) => format!("place/{id}/"),
            Page::Treaty => "treaty/".into(),
            Page::Article(number) => format!("treaty/{number}/"),
            Page::CommentaryIndex => "commentary/".into(),
            Page::Source(id) => format!("commentary/{id}/"),
            Page::Compare => "compare/".into(),
            Page::Tours => "tour/".into(),
            Page::Tour(id) => format!("tour/{id}/"),
            Page::About => "about/".into(),
            Page::Places(list, number) => {
                let list = match list {
                    List::Layer(layer) => format!("places/{layer}/"),
                    List::Parts(id) => format!("place/{id}/parts/"),
                    List::Lines(id) => format!("place/{id}/lines/"),
                    List::Along(id) => format!("place/{id}/along/"),
                    List::Article(number) => format!("treaty/{number}/places/"),
                };
                // The first page has the address of the list.
                if *number == 0 { list } else { format!("{list}{}/", number + 1) }
            }
        }
    }
}

/// Reads the address of a page of a list.
fn list_page(parts: &[&str]) -> Option<Page> {
    let (list, number) = match parts {
        ["places", layer, number @ ..] => (List::Layer((*layer).to_string()), number),
        ["place", id, "parts", number @ ..] => (List::Parts((*id).to_string()), number),
        ["place", id, "lines", number @ ..] => (List::Lines((*id).to_string()), number),
        ["place", id, "along", number @ ..] => (List::Along((*id).to_string()), number),
        ["treaty", article, "places", number @ ..] => (List::Article(article.parse().ok()?), number),
        _ => return None,
    };
    let number = match number {
        [] => 0,
        [number] => number.parse::<usize>().ok()?.checked_sub(1).filter(|number| *number > 0)?,
        _ => return None,
    };
    Some(Page::Places(list, number))
}

impl Route {
    /// A full page.
    pub fn new(page: Page, lang: Lang) -> Route {
        Route { page, lang, embed: false }
    }

    /// The path below the base of the site, without a leading slash: `fa/embed/place/brittany/`.
    pub fn path(&self) -> String {
        let embed = if self.embed { "embed/" } else { "" };
        format!("{}{embed}{}", self.lang_path(), self.page.path())
    }

    fn lang_path(&self) -> String {
        if self.lang == Lang::ENGLISH { String::new() } else { format!("{}/", self.lang.code()) }
    }

    /// The way from this page up to the base of the site: empty or a run of `../`.
    pub fn to_base(&self) -> String {
        "../".repeat(self.path().matches('/').count())
    }

    /// Where the oEmbed answer about this page is published, below the base: `fa/oembed/place/brittany.json`.
    /// The front page is `oembed/index.json`; a page and its embed share one answer.
    pub fn oembed_path(&self) -> String {
        let page = self.page.path();
        let name = if page.is_empty() { "index" } else { page.trim_end_matches('/') };
        format!("{}oembed/{name}.json", self.lang_path())
    }

    /// Reads a path below the base of the site; `None` for paths that no page can have.
    pub fn from_path(path: &str) -> Option<Route> {
        let mut parts: Vec<&str> =
            path.strip_suffix("index.html").unwrap_or(path).split('/').filter(|part| !part.is_empty()).collect();
        let lang = match parts.first().and_then(|code| Lang::from_code(code)) {
            Some(lang) => {
                parts.remove(0);
                lang
            }
            None => Lang::ENGLISH,
        };
        let embed = parts.first() == Some(&"embed");
        if embed {
            parts.remove(0);
        }
        let page = match parts.as_slice() {
            [] => Page::Home,
            ["place", id] => Page::Place((*id).to_string()),
            ["treaty"] => Page::Treaty,
            ["treaty", number] => Page::Article(number.parse().ok()?),
            ["commentary"] => Page::CommentaryIndex,
            ["commentary", id] => Page::Source((*id).to_string()),
            ["compare"] => Page::Compare,
            ["tour"] => Page::Tours,
            ["tour", id] => Page::Tour((*id).to_string()),
            ["about"] => Page::About,
            other => list_page(other)?,
        };
        Some(Route { page, lang, embed })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_round_trip() {
        for path in [
            "",
            "fa/",
            "place/rhine/",
            "fa/embed/treaty/12/",
            "embed/",
            "commentary/smith/",
            "compare/",
            "tour/",
            "fa/embed/tour/walk/",
            "places/towns/",
            "fa/places/towns/12/",
            "embed/place/spain/parts/2/",
            "place/spain/lines/",
            "place/line/along/3/",
            "treaty/12/places/",
        ] {
            let route = Route::from_path(path).unwrap_or_else(|| panic!("no route for “{path}”"));
            assert_eq!(route.path(), path);
            assert_eq!(route.to_base(), "../".repeat(path.matches('/').count()));
        }
        let embedded = Route::from_path("fa/embed/place/brittany/").expect("a page");
        assert_eq!(embedded.oembed_path(), "fa/oembed/place/brittany.json");
        assert_eq!(Route::new(Page::Home, Lang::ENGLISH).oembed_path(), "oembed/index.json");
        assert_eq!(Route::from_path("place/"), None);
        for path in ["treaty/twelve/", "places/towns/1/", "places/towns/0/", "place/spain/parts/x/"] {
            assert_eq!(Route::from_path(path), None, "{path}");
        }
    }
}
