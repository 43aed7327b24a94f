//! The words around the content in one language.

use super::{Lang, Profile, Strings};
use std::sync::Arc;

/// What the interface and the atlas itself are called in one language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wording {
    /// The words of the interface.
    pub strings: Strings,
    /// The profile of the atlas, at least in this language.
    pub profile: Arc<Profile>,
    /// What is said about method, borders, names and data; on a page alone, so it does not travel.
    pub about: Vec<Passage>,
}

/// A heading with the paragraphs below it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// The heading.
    pub title: String,
    /// The paragraphs.
    pub paragraphs: Vec<String>,
}

impl Wording {
    /// Packs what the browser needs of it.
    pub fn pack(&self, lang: Lang) -> Vec<u8> {
        let mut profile = Profile::clone(&self.profile);
        profile.keep(lang);
        let profile = postcard::to_allocvec(&profile).expect("memory holds whatever is written");
        [self.strings.pack(), profile].concat()
    }

    /// Reads packed words and answers with the bytes that follow them; `None` when that is not what the bytes are.
    pub fn unpack(packed: &[u8]) -> Option<(Wording, &[u8])> {
        let (strings, rest) = Strings::unpack(packed)?;
        let (profile, rest) = postcard::take_from_bytes::<Profile>(rest).ok()?;
        Some((Wording { strings, profile: Arc::new(profile), about: Vec::new() }, rest))
    }
}
