//! The addresses of pages.

use crate::atlas::{Atlas, Lang, Target};

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
    pub fn all(atlas: &Atlas) -> Vec<Page> {
        let mut pages = vec![Page::Home, Page::Treaty];
        pages.extend(atlas.articles.iter().map(|article| Page::Article(article.number)));
        pages.push(Page::CommentaryIndex);
        pages.extend(atlas.commentaries.iter().map(|commentary| Page::Source(commentary.id.clone())));
        pages.extend([Page::Compare, Page::Tours]);
        pages.extend(atlas.tours.iter().map(|tour| Page::Tour(tour.id.clone())));
        pages.push(Page::About);
        pages.extend(atlas.features.iter().map(|feature| Page::Place(feature.id.clone())));
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
        }
    }
}

impl Route {
    /// A full page.
    pub fn new(page: Page, lang: Lang) -> Route {
        Route { page, lang, embed: false }
    }

    /// The path below the base of the site, without a leading slash: `fa/embed/place/syunik/`.
    pub fn path(&self) -> String {
        let embed = if self.embed { "embed/" } else { "" };
        format!("{}{embed}{}", self.lang_path(), self.page.path())
    }

    fn lang_path(&self) -> String {
        match self.lang {
            Lang::En => String::new(),
            other => format!("{}/", other.code()),
        }
    }

    /// The way from this page up to the base of the site: empty or a run of `../`.
    pub fn to_base(&self) -> String {
        "../".repeat(self.path().matches('/').count())
    }

    /// Where the oEmbed answer about this page is published, below the base: `fa/oembed/place/syunik.json`.
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
            None => Lang::En,
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
            _ => return None,
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
            "place/instc/",
            "fa/embed/treaty/12/",
            "embed/",
            "commentary/gif/",
            "compare/",
            "tour/",
            "fa/embed/tour/walk/",
        ] {
            let route = Route::from_path(path).unwrap_or_else(|| panic!("no route for “{path}”"));
            assert_eq!(route.path(), path);
            assert_eq!(route.to_base(), "../".repeat(path.matches('/').count()));
        }
        let embedded = Route::from_path("fa/embed/place/syunik/").expect("a page");
        assert_eq!(embedded.oembed_path(), "fa/oembed/place/syunik.json");
        assert_eq!(Route::new(Page::Home, Lang::En).oembed_path(), "oembed/index.json");
        assert_eq!(Route::from_path("place/"), None);
        assert_eq!(Route::from_path("treaty/twelve/"), None);
    }
}
