//! What every component needs to know: the atlas, the language and where links lead.

use atlas_model::route::{Page, Route};
use atlas_model::{Atlas, Day, Feature, Lang, Links, Profile, Strings, Target, Text, Wording};
use std::sync::Arc;

/// The surroundings of a component. Cheap to clone.
#[derive(Clone)]
pub struct Scope {
    /// The model.
    pub atlas: Arc<Atlas>,
    /// Its links in both directions.
    pub links: Arc<Links>,
    /// The words around them in the language of the page.
    pub wording: Arc<Wording>,
    /// The language of the page.
    pub lang: Lang,
    /// True for pages that live in a frame.
    pub embed: bool,
    /// The day as of which status is told; `None` for all that is known.
    pub date: Option<Day>,
    /// What to put before a path below the base of the site: a run of `../`, or an absolute address.
    pub base: String,
}

/// A text with the attributes it needs where it is not in the language of the page.
pub struct LocalText {
    /// The text.
    pub text: String,
    /// `lang` attribute, where it differs from the page.
    pub lang: Option<Lang>,
    /// `dir` attribute, where it differs from the page.
    pub dir: Option<&'static str>,
}

impl Scope {
    /// The words of the interface.
    pub fn strings(&self) -> &Strings {
        &self.wording.strings
    }

    /// What the atlas is called and how it is arranged.
    pub fn profile(&self) -> &Profile {
        &self.wording.profile
    }

    /// The name of a layer.
    pub fn layer_name(&self, id: &str) -> &str {
        self.profile().layer_name(id, self.lang)
    }

    /// The feature with this id.
    pub fn feature(&self, id: &str) -> Option<&Feature> {
        self.links.feature(&self.atlas, id)
    }

    /// The text in the language of the page, or in English and marked as such.
    pub fn words(&self, text: &Text) -> LocalText {
        let (words, lang) = text.in_lang(self.lang);
        let foreign = lang != self.lang;
        LocalText {
            text: words.to_string(),
            lang: foreign.then_some(lang),
            dir: (foreign && lang.dir() != self.lang.dir()).then(|| lang.dir()),
        }
    }

    /// The address of a page in this language and edition.
    pub fn href(&self, page: Page) -> String {
        self.href_of(&Route { page, lang: self.lang, embed: self.embed })
    }

    /// The address of any route.
    pub fn href_of(&self, route: &Route) -> String {
        let path = route.path();
        if self.base.is_empty() && path.is_empty() { "./".into() } else { format!("{}{path}", self.base) }
    }

    /// The address of the page where a target is read.
    pub fn href_of_target(&self, target: &Target) -> String {
        let href = self.href(Page::of_target(&self.atlas, target));
        match target {
            Target::Claim(id) => format!("{href}#{id}"),
            _ => href,
        }
    }
}
