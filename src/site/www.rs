//! The hand-written part of what the browser gets: `www/`.

use super::{Error, Result, shrink};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// What is in `www/`, read anew for every build.
#[derive(Clone, Debug, Default)]
pub struct Www {
    /// All style sheets in order of their names.
    pub css: String,
    /// What paints, in a worker or on the page.
    pub painter: String,
    /// The start of both loaders, the painter included.
    pub loader: String,
    /// The end of the loader of full pages, with what answers clicks until the program is there.
    pub module_loader: String,
    /// The end of the loader of embeds.
    pub classic_loader: String,
    /// Everything else by name: icons, scripts for host pages.
    pub others: BTreeMap<String, Vec<u8>>,
}

/// Reads the folder.
///
/// # Errors
/// When the folder or one of its files cannot be read.
pub fn read(dir: &Path) -> Result<Www> {
    let mut www = Www::default();
    let mut css = BTreeMap::new();
    let (mut hiring, mut meanwhile) = (String::new(), String::new());
    for entry in fs::read_dir(dir).map_err(|why| Error::Read(dir.into(), why))?.flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') || name.ends_with('~') || !path.is_file() {
            continue;
        }
        let content = fs::read(&path).map_err(|why| Error::Read(path, why))?;
        let text = || String::from_utf8_lossy(&content).into_owned();
        let script = || shrink::script(&text());
        match name.as_str() {
            "painter.js" => www.painter = script(),
            "loader.js" => www.loader = script(),
            "loader.painter.js" => hiring = script(),
            "loader.meanwhile.js" => meanwhile = script(),
            "loader.module.js" => www.module_loader = script(),
            "loader.classic.js" => www.classic_loader = script(),
            _ if name.ends_with(".css") => drop(css.insert(name, text())),
            _ => drop(www.others.insert(name, content)),
        }
    }
    www.loader = [&*www.painter, &hiring, &www.loader].join("\n");
    www.module_loader = [&*meanwhile, &www.module_loader].join("\n");
    www.css = css.into_values().collect::<Vec<_>>().join("\n");
    Ok(www)
}
