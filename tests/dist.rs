//! The built site in `dist/`, file by file. `tests/run` builds it first; alone: `cargo run --release -- build`, then
//! `cargo test --test dist`.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::Path;
use std::sync::LazyLock;

/// All files by their path below the base.
static DIST: LazyLock<BTreeMap<String, Vec<u8>>> = LazyLock::new(|| {
    let mut files = BTreeMap::new();
    read(&Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("dist"), "", &mut files);
    assert!(files.contains_key("index.html"), "there is no site in dist/: cargo run --release -- build");
    files
});

fn read(folder: &Path, prefix: &str, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
        if path.is_dir() {
            read(&path, &format!("{prefix}{name}/"), files);
        } else {
            files.insert(format!("{prefix}{name}"), fs::read(&path).expect("a file of the site"));
        }
    }
}

/// The pages, without the one for addresses that are none: its links are absolute.
fn pages() -> impl Iterator<Item = (&'static str, String)> {
    let pages = DIST.iter().filter(|(path, _)| path.ends_with(".html") && *path != "404.html");
    pages.map(|(path, content)| (path.as_str(), String::from_utf8_lossy(content).into_owned()))
}

#[test]
fn every_link_leads_somewhere_under_any_path() {
    for (path, page) in pages() {
        for link in links(&page) {
            let target = resolve(path, &link);
            assert!(target.as_ref().is_some_and(|target| DIST.contains_key(target)), "{path} links to {link}");
        }
    }
}

#[test]
fn every_fragment_names_something() {
    for (path, page) in pages() {
        for link in links(&page) {
            let Some((file, fragment)) = link.split_once('#') else { continue };
            let target =
                resolve(path, file).and_then(|target| DIST.get(&target)).map(|page| String::from_utf8_lossy(page));
            let named = target.is_some_and(|page| page.contains(&format!(" id=\"{fragment}\"")));
            assert!(named, "{path} links to {link}");
        }
    }
}

#[test]
fn no_page_has_script_or_style_of_its_own() {
    for (path, page) in pages() {
        assert!(!page.contains(" style=") && !page.contains("<style"), "{path}");
        let inline = page.split("<script").skip(1).any(|script| !script.contains(" src="));
        assert!(!inline, "{path}");
    }
}

#[test]
fn compressed_siblings_unpack_to_the_file() {
    for (path, packed) in DIST.iter() {
        let mut unpacked = Vec::new();
        let file = if let Some(file) = path.strip_suffix(".br") {
            brotli::BrotliDecompress(&mut &packed[..], &mut unpacked).expect("brotli");
            file
        } else if let Some(file) = path.strip_suffix(".gz") {
            flate2::read::GzDecoder::new(&packed[..]).read_to_end(&mut unpacked).expect("gzip");
            file
        } else {
            continue;
        };
        assert!(DIST.get(file).is_some_and(|content| *content == unpacked), "{path}");
        assert!(packed.len() < unpacked.len(), "{path}");
    }
}

/// The addresses within the site that a page names.
fn links(page: &str) -> Vec<String> {
    let marks = [" href=\"", " src=\"", " data-script=\"", " data-wasm=\"", " data-basemap=\"", " data-features=\""];
    let values = marks.iter().flat_map(|mark| page.split(mark).skip(1)).filter_map(|rest| rest.split('"').next());
    let within = |link: &&str| !link.starts_with('#') && !link.contains(':');
    values.filter(within).map(String::from).collect()
}

/// The file that a relative address means, when it stays below the base.
fn resolve(page: &str, link: &str) -> Option<String> {
    let link = link.split(['?', '#']).next()?;
    let mut folders: Vec<&str> = page.split('/').collect();
    folders.pop();
    for name in link.split('/') {
        match name {
            "." => {}
            ".." => drop(folders.pop()?),
            name => folders.push(name),
        }
    }
    let path = folders.join("/");
    Some(if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path })
}
