//! What takes the room in the program: by crate and by function, before compression.
//!
//! `tests/size` runs it. The compiled program keeps the names of its functions until it is bound for the browser, so it is
//! bound here once more with the names left in.

use std::collections::HashMap;
use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};
use wasm_bindgen_cli_support::Bindgen;
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

/// So many functions are listed.
const LISTED: usize = 40;

fn main() -> Result<(), Box<dyn Error>> {
    let compiled = PathBuf::from(env::args_os().nth(1).ok_or("name the compiled program, a .wasm file")?);
    let mut bindgen = Bindgen::new();
    bindgen.input_bytes("atlas", fs::read(compiled)?).typescript(false);
    let mut bound = bindgen.web(true)?.generate_output()?;
    let wasm = bound.wasm_mut().emit_wasm();
    let program = Program::parse(&wasm)?;

    let code: usize = program.functions.iter().map(|(_, size)| size).sum();
    println!("{:>8}  code, in {} functions", code, program.functions.len());
    println!("{:>8}  data", program.data);
    table("by crate", sums(&program.functions, crate_of), code, usize::MAX);
    table("by function, generic ones together", sums(&program.functions, function_of), code, LISTED);
    Ok(())
}

/// The parts of a program that take room, bytes.
#[derive(Default)]
struct Program {
    /// Names and sizes of functions.
    functions: Vec<(String, usize)>,
    data: usize,
}

impl Program {
    fn parse(wasm: &[u8]) -> Result<Program, Box<dyn Error>> {
        let mut program = Program::default();
        let mut imported = 0;
        let mut names = HashMap::new();
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        imported += usize::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::CodeSectionEntry(body) => program.functions.push((String::new(), body.range().len())),
                Payload::DataSection(data) => program.data = data.range().len(),
                Payload::CustomSection(section) => {
                    let KnownCustom::Name(subsections) = section.as_known() else { continue };
                    for subsection in subsections {
                        let Name::Function(map) = subsection? else { continue };
                        for naming in map {
                            let naming = naming?;
                            names.insert(naming.index as usize, naming.name.to_string());
                        }
                    }
                }
                _ => {}
            }
        }
        for (index, (name, _)) in program.functions.iter_mut().enumerate() {
            *name = names.remove(&(imported + index)).map(|name| readable(&name)).unwrap_or_default();
        }
        Ok(program)
    }
}

/// A name without the digests of the crate, `dlmalloc[0123456789abcdef]::…`, and of the function, `…::h0123456789abcdef`.
fn readable(name: &str) -> String {
    let is_digest = |text: &str| text.len() > 12 && text.bytes().all(|digit| digit.is_ascii_hexdigit());
    let name = match name.rsplit_once("::h") {
        Some((short, digest)) if is_digest(digest) => short,
        _ => name,
    };
    let mut parts = name.split('[');
    let mut out = parts.next().unwrap_or_default().to_string();
    for part in parts {
        match part.split_once(']') {
            Some((digest, after)) if is_digest(digest) => out.push_str(after),
            _ => out.extend(["[", part]),
        }
    }
    out
}

/// The crate that a function is from: the first one that its name tells. What is made of a crate's generic functions for
/// another crate counts for the first.
fn crate_of(function: &str) -> String {
    let words = function.split(|letter: char| !(letter.is_alphanumeric() || letter == '_' || letter == ':'));
    let path = words.filter(|word| word.contains("::")).find(|word| !word.starts_with(':'));
    path.and_then(|path| path.split("::").next()).unwrap_or("without a path").to_string()
}

/// The name of a function, if it has one.
fn function_of(function: &str) -> String {
    if function.is_empty() { "without a name".into() } else { function.into() }
}

/// Sizes added up by what a name is mapped to, the largest first.
fn sums(functions: &[(String, usize)], key: fn(&str) -> String) -> Vec<(String, usize)> {
    let mut sums: HashMap<String, usize> = HashMap::new();
    for (name, size) in functions {
        *sums.entry(key(name)).or_default() += size;
    }
    let mut sums: Vec<_> = sums.into_iter().collect();
    sums.sort_by(|(name, size), (other_name, other)| other.cmp(size).then_with(|| name.cmp(other_name)));
    sums
}

fn table(title: &str, rows: Vec<(String, usize)>, whole: usize, most: usize) {
    println!("\n{title}");
    for (name, size) in rows.into_iter().take(most) {
        println!("{size:>8}  {:>5.1} %  {name}", size as f64 * 100.0 / whole as f64);
    }
}
