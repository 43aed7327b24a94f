//! Short names for what the program imports from its glue.
//!
//! wasm-bindgen names every import after what it calls and adds a digest, once in the program and once in the glue.
//! Nobody reads those names, and digests do not compress.

use std::collections::HashMap;
use std::mem;
use walrus::Module;

/// Gives the imports of a program short names and answers with its glue, in which they are replaced too.
///
/// The names depend on the order of the imports alone, so that two programs with the same imports stay the same.
pub(crate) fn shorten(program: &mut Module, glue: &str) -> String {
    let mut names = HashMap::new();
    for import in program.imports.iter_mut() {
        let next = format!("i{}", names.len());
        let short = names.entry(mem::take(&mut import.name)).or_insert(next);
        import.name.clone_from(short);
    }
    replace_words(glue, &names)
}

/// The text with every word that is a key replaced by its value. Words are JavaScript's identifiers.
fn replace_words(text: &str, names: &HashMap<String, String>) -> String {
    let is_inside = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '$';
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let (word, after) = rest.split_at(rest.find(|letter| !is_inside(letter)).unwrap_or(rest.len()));
        out.push_str(names.get(word).map_or(word, String::as_str));
        let (gap, after) = after.split_at(after.find(is_inside).unwrap_or(after.len()));
        out.push_str(gap);
        rest = after;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_the_same_on_both_sides() {
        let mut program = Module::default();
        let function = program.types.add(&[], &[]);
        program.add_import_func("./atlas_bg.js", "__wbg_a_0123", function);
        program.add_import_func("./atlas_bg.js", "__wbg_a_01", function);
        let glue = shorten(&mut program, "{ __wbg_a_0123: f, __wbg_a_01: g, __wbg_a_: h } __wbg_a_0123");
        assert_eq!(glue, "{ i0: f, i1: g, __wbg_a_: h } i0");
        let bytes = program.emit_wasm();
        let emitted = Module::from_buffer(&bytes).expect("a sound program");
        let names: Vec<_> = emitted.imports.iter().map(|import| import.name.as_str()).collect();
        assert_eq!(names, ["i0", "i1"]);
    }
}
