//! How the sources are built: which file imports which, and what they may know.
//!
//! Inside a crate no file imports, by whatever way round, a file that imports it. Between crates the compiler sees to that. Inside one it does not, and a file that can only be read together with five
//! others is not a module.
//!
//! And the program knows no treaty: what an atlas is about stands in its content alone.

use atlas_content::load;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// A module as the names that lead to it from the root of its crate.
type Module = Vec<String>;

/// The files of a crate by module.
fn modules(crate_dir: &Path) -> BTreeMap<Module, String> {
    fn walk(dir: &Path, at: &Module, found: &mut BTreeMap<Module, String>) {
        for path in fs::read_dir(dir).expect("a folder of sources").flatten().map(|entry| entry.path()) {
            let name = path.file_stem().and_then(|stem| stem.to_str()).expect("a name in UTF-8").to_owned();
            if path.is_dir() {
                walk(&path, &[at.as_slice(), &[name]].concat(), found);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let is_root = matches!(name.as_str(), "lib" | "mod" | "main");
                let module = if is_root { at.clone() } else { [at.as_slice(), &[name]].concat() };
                found.insert(module, without_comments(&fs::read_to_string(&path).expect("a source file")));
            }
        }
    }
    let mut found = BTreeMap::new();
    walk(crate_dir, &Module::new(), &mut found);
    found
}

/// The text without line comments and without its tests, which may look wherever they like.
fn without_comments(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// The paths that a `use` tree names: `a::{b, c::d}` is `a::b` and `a::c::d`.
fn expand(tree: &str) -> Vec<String> {
    let tree = tree.trim();
    let Some((stem, rest)) = tree.split_once('{') else { return vec![tree.to_owned()] };
    let inner = rest.trim_end().strip_suffix('}').unwrap_or(rest);
    let (mut depth, mut from, mut parts) = (0, 0, Vec::new());
    for (at, letter) in inner.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&inner[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&inner[from..]);
    let named = parts.into_iter().filter(|part| !part.trim().is_empty());
    named.flat_map(expand).map(|part| [stem, &part].concat()).collect()
}

/// The `use` declarations of a file: whether it passes the name on, and the path.
fn uses(text: &str) -> Vec<(bool, String)> {
    let declarations = text.split(';').filter_map(|statement| {
        let (before, tree) = statement.split_once("use ")?;
        let visibility = before.rsplit('\n').next().unwrap_or_default().trim();
        let is_use =
            visibility.is_empty() || visibility == "pub" || visibility.starts_with("pub(") && visibility.ends_with(')');
        is_use.then(|| (!visibility.is_empty(), tree.split_whitespace().collect::<Vec<_>>().join(" ")))
    });
    declarations.flat_map(|(public, tree)| expand(&tree).into_iter().map(move |path| (public, path))).collect()
}

/// Paths through `crate` or `super` in the code itself.
fn inline(text: &str) -> Vec<String> {
    let starts = ["crate::", "super::"].into_iter().flat_map(|start| text.match_indices(start).map(|(at, _)| at));
    let is_path = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == ':';
    let paths = starts.map(|at| text[at..].split(|letter| !is_path(letter)).next().unwrap_or_default());
    // What goes on with a brace is a `use` tree, which `uses` takes apart.
    paths.filter(|path| !path.ends_with("::")).map(str::to_owned).collect()
}

/// The module that a path leads to from `from`, with what is left of the path; `None` for another crate.
fn module_of(modules: &BTreeMap<Module, String>, from: &Module, path: &str) -> Option<(Module, Vec<String>)> {
    let path = path.split(" as ").next().unwrap_or_default();
    let mut names: Vec<String> = path.split("::").map(|name| name.trim().to_owned()).collect();
    let mut at = match names.first()?.as_str() {
        "crate" => Module::new(),
        "self" => from.clone(),
        "super" => {
            let up = names.iter().take_while(|name| *name == "super").count();
            names.drain(1..up);
            from[..from.len().checked_sub(up)?].to_vec()
        }
        first => {
            modules.get(&[from.as_slice(), &[first.to_owned()]].concat())?;
            names.insert(0, String::new());
            from.clone()
        }
    };
    let mut rest = names.split_off(1);
    while let Some(next) = rest.first() {
        let deeper = [at.as_slice(), std::slice::from_ref(next)].concat();
        if !modules.contains_key(&deeper) {
            break;
        }
        at = deeper;
        rest.remove(0);
    }
    Some((at, rest))
}

/// The module in which a name is written that another one passes on.
fn origin(modules: &BTreeMap<Module, String>, module: Module, name: Option<&String>) -> Module {
    let Some(name) = name else { return module };
    let text = modules.get(&module).map_or("", String::as_str);
    let passed_on = uses(text).into_iter().find(|(_, path)| path.rsplit("::").next().map(str::trim) == Some(name));
    match passed_on.and_then(|(_, path)| module_of(modules, &module, &path)) {
        Some((deeper, rest)) if deeper != module => origin(modules, deeper, rest.first()),
        _ => module,
    }
}

/// Which modules each imports. A module that only passes on the names of its own parts does not depend on them.
fn imports(modules: &BTreeMap<Module, String>) -> BTreeMap<&Module, BTreeSet<Module>> {
    let of = |module: &Module, text: &String| -> BTreeSet<Module> {
        let inline = inline(text).into_iter().map(|path| (false, path));
        let paths = uses(text).into_iter().chain(inline);
        let targets = paths.filter_map(|(public, path)| {
            let (target, rest) = module_of(modules, module, &path)?;
            let target = origin(modules, target, rest.first());
            (!(public && target.starts_with(module))).then_some(target)
        });
        targets.filter(|target| target != module).collect()
    };
    modules.iter().map(|(module, text)| (module, of(module, text))).collect()
}

/// A way from a module back to itself.
fn circle(imports: &BTreeMap<&Module, BTreeSet<Module>>) -> Option<Vec<Module>> {
    fn visit(
        at: &Module,
        imports: &BTreeMap<&Module, BTreeSet<Module>>,
        way: &mut Vec<Module>,
        done: &mut BTreeSet<Module>,
    ) -> Option<Vec<Module>> {
        if let Some(first) = way.iter().position(|one| one == at) {
            return Some(way[first..].to_vec());
        }
        if !done.insert(at.clone()) {
            return None;
        }
        way.push(at.clone());
        let found = imports.get(at).into_iter().flatten().find_map(|next| visit(next, imports, way, done));
        way.pop();
        found
    }
    let mut done = BTreeSet::new();
    imports.keys().find_map(|start| visit(start, imports, &mut Vec::new(), &mut done))
}

fn crates() -> Vec<PathBuf> {
    let src = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../src"));
    let mut found: Vec<_> = fs::read_dir(src).expect("src").flatten().map(|entry| entry.path()).collect();
    found.sort();
    found
}

#[test]
fn no_file_imports_itself_by_way_of_others() {
    let crates = crates();
    assert!(crates.len() >= 8, "{crates:?}");
    let circles: Vec<String> = crates
        .iter()
        .filter_map(|dir| {
            let way = circle(&imports(&modules(dir)))?;
            let names: Vec<String> = way.iter().map(|module| module.join("/")).collect();
            Some(format!("{}: {}", dir.file_name()?.to_string_lossy(), names.join(" → ")))
        })
        .collect();
    assert!(circles.is_empty(), "{}", circles.join("\n"));
}

#[test]
fn a_circle_is_found_through_names_that_are_passed_on() {
    let file = |module: &str, text: &str| {
        let module: Module = module.split('/').filter(|name| !name.is_empty()).map(str::to_owned).collect();
        (module, without_comments(text))
    };
    let straight = [
        file("", "mod a;\nmod b;\npub use a::One;\n"),
        file("a", "pub struct One;\n"),
        file("b", "use crate::One;\nuse super::a::{self, One as Other};\n"),
    ];
    assert_eq!(circle(&imports(&BTreeMap::from(straight.clone()))), None);
    let mut round = BTreeMap::from(straight);
    round.extend([file("a", "pub struct One;\nfn look() { super::b::see() }\n")]);
    assert!(circle(&imports(&round)).is_some_and(|way| way.len() == 2));
}

/// Ids of the atlas that are words of the trade, too, and what else they mean.
const WORDS: [(&str, &str); 7] = [
    ("states", "any states"),
    ("regions", "any regions"),
    ("cities", "any cities"),
    ("energy", "any energy"),
    ("security", "Content-Security-Policy"),
    ("unsigned", "of numbers"),
    ("georgia", "a typeface"),
];

/// Every id of a place, layer, commentary, document and claim of the atlas, in lower case.
fn ids_of_the_atlas() -> BTreeSet<String> {
    let geodata = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../geodata"));
    let content = load(geodata).expect("the content can be read");
    let atlas = &content.atlas;
    let places = atlas.features.iter().map(|feature| &feature.id);
    let sources = atlas.commentaries.iter().map(|one| &one.id).chain(atlas.documents.iter().map(|one| &one.id));
    let claims = atlas.claims.iter().map(|claim| &claim.id);
    let layers = content.profile.layers.iter().map(|layer| &layer.id);
    places.chain(sources).chain(claims).chain(layers).map(|id| id.to_lowercase()).collect()
}

/// The ids that stand in a text as words of their own, written with hyphens, underscores or spaces.
fn ids_in<'a>(text: &str, ids: &'a BTreeSet<String>) -> Vec<&'a str> {
    let words: Vec<String> = text.split(|letter: char| !letter.is_alphanumeric()).map(str::to_lowercase).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).filter(|word| !word.is_empty()).collect();
    let spoken = format!("-{}-", words.join("-"));
    ids.iter().map(String::as_str).filter(|id| spoken.contains(&format!("-{id}-"))).collect()
}

/// The importer makes the ground of this atlas, and its tables say from what; all other code serves any atlas.
#[test]
fn the_program_names_nothing_of_the_atlas() {
    fn walk(dir: &Path, ids: &BTreeSet<String>, found: &mut Vec<String>) {
        for path in fs::read_dir(dir).expect("a folder of sources").flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                walk(&path, ids, found);
            } else if let Ok(text) = fs::read_to_string(&path) {
                let named = ids_in(&text, ids);
                found.extend(named.into_iter().map(|id| format!("{} names “{id}”", path.display())));
            }
        }
    }
    let mut ids = ids_of_the_atlas();
    assert!(ids.len() > 400, "{}", ids.len());
    for (word, meaning) in WORDS {
        assert!(ids.remove(word), "“{word}” ({meaning}) is no id of the atlas: take it off the list");
    }
    let mut found = Vec::new();
    for dir in crates().iter().filter(|dir| !dir.ends_with("basemap-import")) {
        walk(dir, &ids, &mut found);
    }
    walk(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../www")), &ids, &mut found);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn an_id_is_found_however_it_is_written() {
    let ids = BTreeSet::from(["north-sea".to_owned(), "rhine".to_owned()]);
    assert_eq!(ids_in("the North Sea;", &ids), ["north-sea"]);
    assert_eq!(ids_in("NORTH_SEA and \"rhine\"", &ids), ["north-sea", "rhine"]);
    assert_eq!(ids_in("rhineland, northsea", &ids), Vec::<&str>::new());
}
