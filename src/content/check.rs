//! The verb `check`: says whether the content is in order, to people and to editors.

use super::load::{Content, load};
use super::problem::Problem;
use super::report::report;
use std::io::{self, Write};
use std::path::Path;

/// How the outcome is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// One line for each problem, then a sentence.
    #[default]
    Text,
    /// One JSON object: `problems`, a list of objects with `file`, `line`, `column`, `rule`, `message`, `remedy`.
    Json,
    /// As text, followed by the reports on coverage and neutrality.
    Report,
    /// Workflow commands of GitHub, which show each problem beside its line in a pull request; then a sentence.
    GitHub,
}

/// How a check ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// No problems.
    Clean,
    /// There are problems.
    Problems,
    /// The content could not be read at all.
    CouldNotRun,
}

impl Outcome {
    /// The exit code of the command.
    pub fn code(self) -> u8 {
        match self {
            Outcome::Clean => 0,
            Outcome::Problems => 1,
            Outcome::CouldNotRun => 2,
        }
    }
}

/// Checks a content folder and writes the outcome.
///
/// # Errors
///
/// Only when `out` cannot be written to: content that cannot be read is an [`Outcome`].
pub fn check(dir: &Path, format: Format, out: &mut impl Write) -> io::Result<Outcome> {
    let content = match load(dir) {
        Ok(content) => content,
        Err(failure) => {
            match format {
                Format::Json => writeln!(out, "{}", serde_json::json!({ "failure": failure.to_string() }))?,
                Format::GitHub => writeln!(out, "::error::{}", escaped(&failure.to_string(), MESSAGE))?,
                Format::Text | Format::Report => writeln!(out, "{failure}")?,
            }
            return Ok(Outcome::CouldNotRun);
        }
    };
    match format {
        Format::Json => writeln!(out, "{}", serde_json::json!({ "problems": content.problems }))?,
        Format::Text => write_text(&content, out)?,
        Format::GitHub => write_annotations(&content, out)?,
        Format::Report => {
            write_text(&content, out)?;
            write!(out, "\n{}", report(&content))?;
        }
    }
    Ok(if content.problems.is_empty() { Outcome::Clean } else { Outcome::Problems })
}

fn write_text(content: &Content, out: &mut impl Write) -> io::Result<()> {
    for problem in &content.problems {
        writeln!(out, "{problem}")?;
    }
    writeln!(out, "{}", summary(content))
}

/// One workflow command for each problem, with the rule as its title.
fn write_annotations(content: &Content, out: &mut impl Write) -> io::Result<()> {
    for Problem { file, line, column, rule, message, remedy } in &content.problems {
        let file = escaped(file, PROPERTY);
        let said = escaped(&format!("{message} {remedy}"), MESSAGE);
        writeln!(out, "::error file={file},line={line},col={column},title={rule}::{said}")?;
    }
    writeln!(out, "{}", summary(content))
}

/// The characters that the message of a workflow command may not hold as they are.
const MESSAGE: &str = "%\r\n";
/// The characters that a property of a workflow command may not hold as they are.
const PROPERTY: &str = "%\r\n:,";

/// A text with some characters written as a percent sign and their code. Not by the rules of addresses (the crate
/// percent-encoding), which would write every letter that is not ASCII so: workflow commands know these few alone.
fn escaped(text: &str, characters: &str) -> String {
    let escape = |letter: char| match letter {
        _ if characters.contains(letter) => format!("%{:02X}", u32::from(letter)),
        _ => letter.to_string(),
    };
    text.chars().map(escape).collect()
}

/// The outcome in one sentence.
fn summary(content: &Content) -> String {
    let atlas = &content.atlas;
    if content.problems.is_empty() {
        return format!(
            "The content is in order: {}, {}, {} from {}, {} and {}.",
            count(atlas.features.len(), "place", "places"),
            count(atlas.articles.len().saturating_sub(1), "article and the preamble", "articles and the preamble"),
            count(atlas.claims.len(), "claim", "claims"),
            count(atlas.commentaries.len(), "commentary", "commentaries"),
            count(atlas.documents.len(), "document", "documents"),
            count(atlas.tours.len(), "tour", "tours"),
        );
    }
    let mut files: Vec<&str> = content.problems.iter().map(|Problem { file, .. }| file.as_str()).collect();
    files.dedup();
    let problems = count(content.problems.len(), "problem", "problems");
    format!("{problems} in {}.", count(files.len(), "file", "files"))
}

fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
