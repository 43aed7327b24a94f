//! The atlas on its way to the browser: fields in order and nothing else, so that reading it back takes little code.

use super::{Article, Atlas, Claim, Commentary, Document, Feature, Tour, Treaty};

/// The fields of an atlas.
type Shown<Treaty, Articles, Features, Commentaries, Claims, Documents, Tours> =
    (Treaty, Articles, Features, Commentaries, Claims, Documents, Tours);

impl Atlas {
    /// Packs it.
    #[cfg(feature = "ssr")]
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
}
