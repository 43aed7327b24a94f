//! What the content covers, and how it names what is contested: plain text for curators.

mod coverage;
mod neutrality;
mod unverified;

use super::load::Content;
use atlas_model::{Lang, Text};
use std::fmt::{self, Write};

/// The reports on coverage and on neutrality.
pub fn report(content: &Content) -> String {
    let Content { atlas, profile, ground, .. } = content;
    let mut out = String::new();
    // Writing to a string does not fail.
    let _ =
        coverage::write(atlas, profile, &mut out).and_then(|()| neutrality::write(atlas, &ground.basemap, &mut out));
    out
}

/// A heading with the number of its lines, then the lines.
fn list(out: &mut String, heading: &str, lines: impl IntoIterator<Item = String>) -> fmt::Result {
    let lines: Vec<String> = lines.into_iter().collect();
    writeln!(out, "\n{heading}: {}", lines.len())?;
    lines.iter().try_for_each(|line| writeln!(out, "  {line}"))
}

/// The beginning of a text in English, as much as fits a line.
fn start(text: &Text) -> String {
    const WIDTH: usize = 90;
    let english = text.get(Lang::ENGLISH);
    match english.char_indices().nth(WIDTH) {
        Some((end, _)) => format!("{}…", english[..end].trim_end()),
        None => english.to_string(),
    }
}
