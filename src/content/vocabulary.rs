//! The values that an atlas itself names, and that other files then use: languages, layers, articles.

use super::node::Node;
use atlas_model::{Lang, Language};

/// The languages, layers and articles of an atlas.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    /// Its languages; none while they are not known, when any will do.
    pub languages: Vec<Language>,
    /// Ids of its layers.
    pub layers: Vec<String>,
    /// The number of its last article, when it is known.
    pub articles: Option<u8>,
}

impl Vocabulary {
    /// Takes the languages from `atlas.toml` before it is checked, for its own texts are in them.
    pub(super) fn of_profile(file: &Node) -> Vocabulary {
        let entries = file.get("language").and_then(Node::as_list).unwrap_or_default();
        let language = |entry: &Node| {
            Some(Language {
                code: Lang::from_code(entry.get("code")?.as_text()?)?,
                name: String::new(),
                offered: entry.get("offered").is_some_and(|offered| offered.as_bool() == Some(true)),
            })
        };
        Vocabulary { languages: entries.iter().filter_map(language).collect(), ..Vocabulary::default() }
    }

    /// The languages in which whole pages exist; English at least.
    pub fn offered(&self) -> Vec<Lang> {
        let offered = self.languages.iter().filter(|language| language.offered).map(|language| language.code);
        let offered: Vec<Lang> = offered.collect();
        if offered.is_empty() { vec![Lang::ENGLISH] } else { offered }
    }

    /// Whether texts can be in this language.
    pub(super) fn has_language(&self, lang: Lang) -> bool {
        self.languages.is_empty() || self.languages.iter().any(|language| language.code == lang)
    }
}
