//! Languages by their codes.

use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// A language: the two or three letters of its BCP 47 primary subtag.
///
/// Which languages an atlas is offered in, and what they are called, says its [`Profile`](super::Profile). Every atlas
/// has its texts in English.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lang([u8; 3]);

/// Languages whose usual script runs from right to left (Unicode CLDR, script metadata).
const RIGHT_TO_LEFT: [Lang; 12] = [
    Lang::new("ar"),
    Lang::new("ckb"),
    Lang::new("dv"),
    Lang::new("fa"),
    Lang::new("glk"),
    Lang::new("he"),
    Lang::new("mzn"),
    Lang::new("prs"),
    Lang::new("ps"),
    Lang::new("sd"),
    Lang::new("ug"),
    Lang::new("ur"),
];

impl Lang {
    /// English, the language that every text exists in, and that of the pages without a language in their address.
    pub const ENGLISH: Lang = Lang::new("en");

    /// A language that the program itself knows something of.
    ///
    /// # Panics
    ///
    /// When the code has less than two or more than three letters; in a constant, at compile time.
    pub const fn new(code: &str) -> Lang {
        match *code.as_bytes() {
            [one, two] => Lang([one, two, 0]),
            [one, two, three] => Lang([one, two, three]),
            _ => panic!("a language has two or three letters"),
        }
    }

    /// The language with this code; `None` for what cannot be one.
    pub fn from_code(code: &str) -> Option<Lang> {
        let sound = matches!(code.len(), 2 | 3) && code.bytes().all(|letter| letter.is_ascii_lowercase());
        sound.then(|| Lang::new(code))
    }

    /// The BCP 47 code.
    pub fn code(&self) -> &str {
        let length = if self.0[2] == 0 { 2 } else { 3 };
        std::str::from_utf8(&self.0[..length]).unwrap_or_default()
    }

    /// The base direction of its script: `ltr` or `rtl`.
    pub fn dir(self) -> &'static str {
        if self.is_rtl() { "rtl" } else { "ltr" }
    }

    /// True where the script runs from right to left.
    pub fn is_rtl(self) -> bool {
        RIGHT_TO_LEFT.contains(&self)
    }
}

impl Default for Lang {
    fn default() -> Lang {
        Lang::ENGLISH
    }
}

impl fmt::Debug for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl Serialize for Lang {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Lang {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Lang, D::Error> {
        deserializer.deserialize_str(Code)
    }
}

/// Reads the code of a [`Lang`].
struct Code;

impl Visitor<'_> for Code {
    type Value = Lang;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the code of a language, two or three letters")
    }

    fn visit_str<E: de::Error>(self, code: &str) -> Result<Lang, E> {
        Lang::from_code(code).ok_or_else(|| E::custom("a language has two or three letters"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_or_refused() {
        for code in ["en", "fa", "ckb"] {
            let lang = Lang::from_code(code).expect("a code");
            assert_eq!(lang.code(), code);
            assert_eq!(serde_json::to_string(&lang).expect("a text"), format!("\"{code}\""));
        }
        for code in ["", "e", "EN", "engl", "é", "e1"] {
            assert_eq!(Lang::from_code(code), None, "{code}");
            assert!(serde_json::from_str::<Lang>(&format!("\"{code}\"")).is_err(), "{code}");
        }
    }

    #[test]
    fn a_script_has_a_direction() {
        assert_eq!(["en", "fa", "ru", "ckb"].map(|code| Lang::new(code).dir()), ["ltr", "rtl", "ltr", "rtl"]);
    }
}
