//! What is said about method, borders, names and data: `about/*.md`.

use crate::reading::Reading;
use crate::rules;
use atlas_model::Passage;

/// Reads headings, written `## …`, and the paragraphs below them.
pub(crate) fn about(text: &str, reading: &mut Reading) -> Vec<Passage> {
    let mut passages: Vec<Passage> = Vec::new();
    let mut at = 0;
    for block in text.split("\n\n") {
        let paragraph = block.trim();
        match (paragraph.strip_prefix("## "), passages.last_mut()) {
            (Some(title), _) => passages.push(Passage { title: title.to_owned(), paragraphs: Vec::new() }),
            (None, Some(passage)) if !paragraph.is_empty() => passage.paragraphs.push(paragraph.replace('\n', " ")),
            (None, None) if !paragraph.is_empty() => rules::files::without_heading(at, reading),
            _ => {}
        }
        at += block.len() + 2;
    }
    passages
}
