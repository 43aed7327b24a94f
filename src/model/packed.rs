//! The atlas on its way to the browser: fields in order and nothing else, so that reading it back takes little code.
//!
//! It travels in two parts. The bones come first: what the map and its clicks need, ids, kinds, links and names in one
//! language. The texts follow.

use super::texts;
use super::{Article, Atlas, Claim, Commentary, Document, Feature, Text, Tour, Treaty};
use super::{Lang, texts::Role};

/// The fields of an atlas.
type Shown<Treaty, Articles, Features, Commentaries, Claims, Documents, Tours> =
    (Treaty, Articles, Features, Commentaries, Claims, Documents, Tours);

impl Atlas {
    /// Packs it.
    pub fn pack(&self) -> Vec<u8> {
        let shown: Shown<_, _, _, _, _, _, _> = (
            &self.treaty,
            &self.articles,
            &self.features,
            &self.commentaries,
            &self.claims,
            &self.documents,
            &self.tours,
        );
        postcard::to_allocvec(&shown).expect("memory holds whatever is written")
    }

    /// Reads a packed atlas back; `None` when it is not one, or not whole.
    pub fn unpack(packed: &[u8]) -> Option<Atlas> {
        type Owned = Shown<Treaty, Vec<Article>, Vec<Feature>, Vec<Commentary>, Vec<Claim>, Vec<Document>, Vec<Tour>>;
        let (shown, rest) = postcard::take_from_bytes::<Owned>(packed).ok()?;
        let (treaty, articles, features, commentaries, claims, documents, tours) = shown;
        rest.is_empty().then_some(Atlas { treaty, articles, features, commentaries, claims, documents, tours })
    }

    /// The bones of the atlas for readers of one language: places have their names in it, nothing else is told.
    pub fn bones(&self, lang: Lang) -> Atlas {
        let mut bones = Atlas { documents: Vec::new(), ..self.clone() };
        texts::visit(&mut bones, &mut |_, role, text| match role {
            Role::Name => text.reduce(lang),
            Role::Prose => *text = Text::default(),
        });
        bones
    }

    /// Packs what the bones lack: names of places in all languages, which readers compare; every other text in this
    /// language, or in English where it is not translated; the documents.
    pub fn pack_texts(&self, lang: Lang) -> Vec<u8> {
        let mut all = Vec::new();
        texts::visit(&mut self.clone(), &mut |_, role, text| {
            if role == Role::Prose {
                text.reduce(lang);
            }
            all.push(std::mem::take(text));
        });
        postcard::to_allocvec(&(all, &self.documents)).expect("memory holds whatever is written")
    }

    /// Puts packed texts on the bones; `None` when they are not whole or not of these bones.
    pub fn tell(mut self, packed: &[u8]) -> Option<Atlas> {
        let (told, rest) = postcard::take_from_bytes::<(Vec<Text>, Vec<Document>)>(packed).ok()?;
        let mut all = told.0.into_iter();
        let mut whole = rest.is_empty();
        texts::visit(&mut self, &mut |_, _, text| match all.next() {
            Some(own) => *text = own,
            None => whole = false,
        });
        self.documents = told.1;
        (whole && all.len() == 0).then_some(self)
    }
}
