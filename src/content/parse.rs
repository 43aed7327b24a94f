//! From a file to a tree of values.

use super::node::{Malformed, Node};
use super::reading::Reading;
use super::rules::files;
use super::{json, toml};
use std::fs;
use std::path::Path;

/// Reads a TOML file; reports it when that fails.
pub(super) fn toml(path: &Path, reading: &mut Reading) -> Option<Node> {
    file(path, toml::parse, reading)
}

/// Reads a text; reports it when that fails.
pub(super) fn text(path: &Path, reading: &mut Reading) -> Option<String> {
    file(path, |text| Ok(text.to_owned()), reading)
}

/// Reads a JSON file; reports it when that fails.
pub(super) fn json(path: &Path, reading: &mut Reading) -> Option<Node> {
    file(path, json::parse, reading)
}

fn file<T>(path: &Path, parse: fn(&str) -> Result<T, Malformed>, reading: &mut Reading) -> Option<T> {
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(cause) => {
            files::unreadable(path, &cause, reading);
            return None;
        }
    };
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            reading.begin(path, String::from_utf8_lossy(error.as_bytes()).into_owned());
            files::other_encoding(error.utf8_error().valid_up_to(), reading);
            return None;
        }
    };
    let parsed = parse(&text);
    reading.begin(path, text);
    parsed.map_err(|malformed| files::malformed(&malformed, reading)).ok()
}
