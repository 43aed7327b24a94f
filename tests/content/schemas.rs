//! The schemas that editors use: written down, used, and in agreement with `check`.

use crate::atlas::Atlas;
use crate::breaches::BREACHES;
use atlas_content::{Rule, Schema};
use boon::{Compiler, SchemaIndex, Schemas};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).into()
}

/// The schemas for the curators of an atlas.
fn schemas(atlas: &Atlas) -> Vec<Schema> {
    atlas_content::schemas(&atlas.load().vocabulary())
}

/// `GOLDEN=write cargo test -p atlas-content schemas` writes them down.
#[test]
fn the_schemas_are_written_down() {
    for Schema { name, schema, .. } in schemas(&Atlas::whole()) {
        let file = root().join("geodata/schema").join(format!("{name}.json"));
        if std::env::var_os("GOLDEN").is_some_and(|wish| wish == "write") {
            fs::create_dir_all(file.parent().expect("a folder")).expect("a folder for the schemas");
            fs::write(&file, format!("{schema:#}\n")).expect("a schema");
        }
        let written = fs::read_to_string(&file).expect("a schema; see above");
        let written = serde_json::from_str::<Value>(&written).expect("JSON");
        assert!(written == schema, "geodata/schema/{name}.json is not what the tables say: write it down anew");
    }
}

#[test]
fn the_editors_know_the_schemas() {
    let read = |file: &str| fs::read_to_string(root().join(file)).expect("settings of an editor");
    let (taplo, code) = (read(".taplo.toml"), read(".vscode/settings.json"));
    for Schema { name, files, .. } in schemas(&Atlas::whole()) {
        let (settings, glob) = if files.ends_with(".toml") { (&taplo, "geodata/") } else { (&code, "/geodata/") };
        assert!(settings.contains(&format!("\"{glob}{files}\"")), "{files}");
        assert!(settings.contains(&format!("geodata/schema/{name}.json\"")), "{name}");
    }
}

/// The schemas, ready to be held against files.
struct Validator {
    compiled: Schemas,
    sorts: Vec<(&'static str, SchemaIndex)>,
}

impl Validator {
    fn new() -> Validator {
        let (mut compiled, mut compiler) = (Schemas::new(), Compiler::new());
        let mut sorts = Vec::new();
        for Schema { name, files, schema } in schemas(&Atlas::small()) {
            let address = format!("schema:{name}");
            compiler.add_resource(&address, schema).expect("a schema");
            sorts.push((files, compiler.compile(&address, &mut compiled).expect("a sound schema")));
        }
        Validator { compiled, sorts }
    }

    /// What the schema says against a file; `None` when no schema is for it.
    fn problem(&self, file: &str, text: &str) -> Option<Result<(), String>> {
        let is_for = |files: &str| match files.split_once('*') {
            Some((start, end)) => file.starts_with(start) && file.ends_with(end),
            None => file == files,
        };
        let (_, sort) = self.sorts.iter().find(|(files, _)| is_for(files))?;
        let value: Value = if file.ends_with(".toml") {
            toml::from_str(text).expect("TOML")
        } else {
            serde_json::from_str(text).expect("JSON")
        };
        Some(self.compiled.validate(&value, *sort).map_err(|why| format!("{file}: {why:#}")))
    }
}

#[test]
fn the_content_is_as_the_schemas_say() {
    let validator = Validator::new();
    for content in [root().join("geodata"), Atlas::small().path()] {
        let mut checked = 0;
        for folder in ["", "strings/", "treaty/", "sources/", "commentary/", "tours/", "features/"] {
            for entry in fs::read_dir(content.join(folder)).expect("a folder of the content") {
                let path = entry.expect("a file").path();
                let file = format!("{folder}{}", path.file_name().expect("a name").to_string_lossy());
                if path.is_file() && !file.ends_with(".md") {
                    let text = fs::read_to_string(path).expect("text");
                    assert_eq!(validator.problem(&file, &text), Some(Ok(())));
                    checked += 1;
                }
            }
        }
        assert!(checked > 9, "{checked} files");
    }
}

/// Whatever breaks only rules that a schema can know is refused by the schema too.
#[test]
fn the_schemas_refuse_what_check_refuses() {
    let known = [
        Rule::MissingKey,
        Rule::UnknownKey,
        Rule::WrongType,
        Rule::UnknownWord,
        Rule::UnknownLanguage,
        Rule::BadDate,
        Rule::BadParagraph,
        Rule::BadTarget,
        Rule::BadId,
        Rule::BadUrl,
        Rule::BadColour,
        Rule::EmptyText,
        Rule::MissingEnglish,
        Rule::MissingTranslation,
        Rule::MissingSource,
        Rule::UndatedStatus,
    ];
    // A day that the calendar does not have and a range that runs backwards are written as the schemas want it; they know
    // no order of languages, and what one file says of another.
    let beyond = [
        "a day that does not exist",
        "a paragraph that is none",
        "the atlas: another language first",
        "the atlas: a language with a region",
    ];
    let validator = Validator::new();
    let mut refused = 0;
    for breach in BREACHES.iter().filter(|breach| !beyond.contains(&breach.what)) {
        let is_known = |said: &&str| known.iter().any(|rule| said.contains(&format!("[{rule}]")));
        if !breach.says.iter().all(is_known) {
            continue;
        }
        let atlas = Atlas::small();
        atlas.replace(breach.file, breach.old, breach.new);
        let text = fs::read_to_string(atlas.path().join(breach.file)).expect("text");
        assert!(validator.problem(breach.file, &text).is_some_and(|said| said.is_err()), "{}", breach.what);
        refused += 1;
    }
    assert!(refused >= known.len(), "{refused} breaches");
}
