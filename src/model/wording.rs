//! The words around the content in one language.

use super::{Lang, Profile, Strings};

/// What the interface and the atlas itself are called in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    /// The words of the interface.
    pub strings: Strings,
    /// The profile of the atlas, at least in this language.
    pub profile: Profile,
}

impl Wording {
    /// Packs what the browser needs of it.
    pub fn pack(&self, lang: Lang) -> Vec<u8> {
        let mut profile = self.profile.clone();
        profile.keep(lang);
        let profile = postcard::to_allocvec(&profile).expect("memory holds whatever is written");
        [self.strings.pack(), profile].concat()
    }

    /// Reads packed words and answers with the bytes that follow them; `None` when that is not what the bytes are.
    pub fn unpack(packed: &[u8]) -> Option<(Wording, &[u8])> {
        let (strings, rest) = Strings::unpack(packed)?;
        let (profile, rest) = postcard::take_from_bytes(rest).ok()?;
        Some((Wording { strings, profile }, rest))
    }
}
