//! Scripts without what only their readers need, and short names between program and glue.
//!
//! wasm-bindgen names every import after what it calls and adds a digest, once in the program and once in the glue.
//! Nobody reads them there, and digests do not compress.

use std::collections::HashMap;

/// A script without comment lines, empty lines and indentation. Its lines stay lines.
pub fn script(text: &str) -> String {
    let lines = text.lines().map(str::trim);
    let kept = lines.filter(|line| !line.is_empty() && !["//", "/*", "*"].iter().any(|mark| line.starts_with(mark)));
    kept.collect::<Vec<_>>().join("\n") + "\n"
}

/// Gives the imports of a program short names, in the program and in the scripts that bring them; `None` when the bytes
/// are no program.
pub fn imports(wasm: &[u8], scripts: [&str; 2]) -> Option<(Vec<u8>, [String; 2])> {
    let mut names = HashMap::new();
    let mut lean = wasm.get(..8)?.to_vec();
    let mut rest = Bytes(wasm.get(8..)?);
    while !rest.0.is_empty() {
        let section = rest.take(1)?[0];
        let length = rest.number()?;
        let body = rest.take(length)?;
        let body = if section == IMPORTS { renamed(body, &mut names)? } else { body.to_vec() };
        lean.push(section);
        push_number(&mut lean, body.len());
        lean.extend(body);
    }
    Some((lean, scripts.map(|text| replaced(text, &names))))
}

/// The section of a WebAssembly module that lists its imports.
const IMPORTS: u8 = 2;

fn renamed<'a>(section: &'a [u8], names: &mut HashMap<&'a str, String>) -> Option<Vec<u8>> {
    let mut section = Bytes(section);
    let count = section.number()?;
    let mut lean = Vec::new();
    push_number(&mut lean, count);
    for _ in 0..count {
        let module = section.text()?;
        let name = section.text()?;
        let short = format!("i{}", names.len());
        let short = names.entry(name).or_insert(short);
        for text in [module, short] {
            push_number(&mut lean, text.len());
            lean.extend(text.as_bytes());
        }
        lean.extend(section.description()?);
    }
    Some(lean)
}

/// The text with every word that is a name replaced.
fn replaced(text: &str, names: &HashMap<&str, String>) -> String {
    let is_inside = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '$';
    let mut lean = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let word = &rest[..rest.find(|letter| !is_inside(letter)).unwrap_or(rest.len())];
        lean.push_str(names.get(word).map_or(word, String::as_str));
        rest = &rest[word.len()..];
        let gap = &rest[..rest.find(is_inside).unwrap_or(rest.len())];
        lean.push_str(gap);
        rest = &rest[gap.len()..];
    }
    lean
}

fn push_number(bytes: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Takes values off the front of some bytes.
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    /// An unsigned number, seven bits a byte, low ones first.
    fn number(&mut self) -> Option<usize> {
        let mut number = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.take(1)?[0];
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    fn text(&mut self) -> Option<&'a str> {
        let length = self.number()?;
        std::str::from_utf8(self.take(length)?).ok()
    }

    /// What is imported: a function of some type, a table, a memory or a global.
    fn description(&mut self) -> Option<&'a [u8]> {
        let whole = self.0;
        match self.take(1)?[0] {
            0 => drop(self.number()?),
            1 => {
                self.take(1)?;
                self.limits()?;
            }
            2 => self.limits()?,
            3 => drop(self.take(2)?),
            _ => return None,
        }
        whole.get(..whole.len() - self.0.len())
    }

    fn limits(&mut self) -> Option<()> {
        let bounded = self.take(1)?[0] & 1 == 1;
        self.number()?;
        if bounded {
            self.number()?;
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_read_by_people_goes() {
        assert_eq!(
            script("// Why.\nconst a = 1; // Stays.\n\n/**\n * @param b\n */\n  b(a);\n"),
            "const a = 1; // Stays.\nb(a);\n"
        );
    }

    #[test]
    fn names_are_the_same_on_both_sides() {
        let header = b"\0asm\x01\0\0\0";
        // Imports a function of type 0 and a memory of at least one page; an empty section of types before them.
        let imports_of = |function: &[u8]| {
            let list =
                [&[2, 1, b'w', function.len() as u8], function, &[0, 0, 1, b'w', 3], b"mem", &[2, 0, 1]].concat();
            [&header[..], &[1, 1, 0, 2, list.len() as u8], &list].concat()
        };
        let (lean, [module, classic]) =
            imports(&imports_of(b"__wbg_a_0123"), ["{ __wbg_a_0123: f, __wbg_a_01: g }", "(__wbg_a_0123)"]).unwrap();
        assert_eq!(lean.len(), imports_of(b"i0").len() - 1, "the memory has a short name, too");
        assert_eq!((&*module, &*classic), ("{ i0: f, __wbg_a_01: g }", "(i0)"));
        for length in 12..imports_of(b"x").len() {
            assert_eq!(imports(&imports_of(b"x")[..length], ["", ""]), None, "{length}");
        }
    }
}
