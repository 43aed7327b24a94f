//! What is kept while the files are read: problems, ids, and what is being read just now.

use super::files::{Files, Spot};
use super::ground::Ground;
use super::node::{Malformed, Node, Value};
use super::problem::{Problem, Rule};
use super::registry::{Mention, Registry, Thing, Wanted};
use super::{json, toml};
use std::fs;
use std::path::Path;

/// The state of a reading. Every reader reports to it and goes on.
#[derive(Default)]
pub(super) struct Reading {
    pub files: Files,
    pub problems: Vec<Problem>,
    pub registry: Registry,
    /// The basemap, whose areas features may take.
    pub ground: Ground,
    /// The file being read.
    file: usize,
    /// What is being read, as it stands in messages: `claim “gif-16”`.
    pub subject: String,
}

impl Reading {
    /// Reads a TOML file; reports it when that fails.
    pub fn toml(&mut self, path: &Path) -> Option<Node> {
        self.parse(path, toml::parse)
    }

    /// Reads a text; reports it when that fails.
    pub fn text(&mut self, path: &Path) -> Option<String> {
        let whole = |text: &str| Ok(Node { at: 0, value: Value::Text(text.to_owned()) });
        self.parse(path, whole)?.as_text().map(str::to_owned)
    }

    /// Reads a JSON file; reports it when that fails.
    pub fn json(&mut self, path: &Path) -> Option<Node> {
        self.parse(path, json::parse)
    }

    fn parse(&mut self, path: &Path, parse: fn(&str) -> Result<Node, Malformed>) -> Option<Node> {
        let bytes = match fs::read(path) {
            Ok(bytes) => bytes,
            Err(cause) => {
                self.file = self.files.keep(path, String::new());
                self.report(0, Rule::Unreadable, format!("The file cannot be read: {cause}."), "Make it readable.");
                return None;
            }
        };
        let text = match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => {
                let good = error.utf8_error().valid_up_to();
                self.file = self.files.keep(path, String::from_utf8_lossy(error.as_bytes()).into_owned());
                self.report(good, Rule::Unreadable, "The file is not UTF-8 from here on.", "Save it as UTF-8.");
                return None;
            }
        };
        let parsed = parse(&text);
        self.file = self.files.keep(path, text);
        match parsed {
            Ok(node) => Some(node),
            Err(Malformed { at, message }) => {
                let message = format!("The file is malformed here: {message}.");
                self.report(at, Rule::Syntax, message, "Correct it; the rest of the file is checked after that.");
                None
            }
        }
    }

    /// Reports a problem at an offset of the file being read.
    pub fn report(&mut self, at: usize, rule: Rule, message: impl Into<String>, remedy: impl Into<String>) {
        self.report_at(self.spot(at), rule, message, remedy);
    }

    /// Reports a problem anywhere.
    pub fn report_at(&mut self, at: Spot, rule: Rule, message: impl Into<String>, remedy: impl Into<String>) {
        let (file, line, column) = self.files.locate(at);
        let file = file.to_string();
        self.problems.push(Problem { file, line, column, rule, message: message.into(), remedy: remedy.into() });
    }

    /// Reports a problem with a file that was not read.
    pub fn report_file(&mut self, path: &Path, rule: Rule, message: impl Into<String>, remedy: impl Into<String>) {
        let file = self.files.keep(path, String::new());
        self.report_at(Spot { file, offset: 0 }, rule, message, remedy);
    }

    /// A spot in the file being read.
    pub fn spot(&self, at: usize) -> Spot {
        Spot { file: self.file, offset: at }
    }

    /// Records the id of what is being read; reports it when it was given before.
    pub fn give(&mut self, thing: Thing, id: &str, at: usize) {
        let at = self.spot(at);
        if let Some(first) = self.registry.give(thing, id, at) {
            let (file, line, column) = self.files.locate(first);
            let message = format!("The id of {} is given already, at {file}:{line}:{column}.", self.subject);
            self.report_at(at, Rule::DuplicateId, message, "Give one of the two another, or remove it.");
        }
    }

    /// Records that what is being read calls on something: `verb` stands between the two in a message.
    pub fn mention(&mut self, wanted: Wanted, verb: &str, at: usize) {
        let phrase = format!("{} {verb}", self.subject);
        self.registry.mentions.push(Mention { wanted, at: self.spot(at), phrase });
    }
}
