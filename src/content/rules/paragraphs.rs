//! Every paragraph of a commentary is read: it has a claim, or it is listed as silent with a reason.

use super::super::node::Node;
use super::super::problem::Rule;
use super::super::read::Paragraphs;
use super::super::reading::Reading;

/// Paragraphs that something in the file speaks for.
pub(crate) struct Part {
    pub paragraphs: Paragraphs,
    /// The claim made there; `None` for an entry of `silent`.
    pub claim: Option<String>,
    pub at: usize,
}

/// Checks that the parts cover the commentary and nothing else.
pub(crate) fn check_paragraphs(count: u16, source: &Node, parts: &[Part], reading: &mut Reading) {
    for part in parts.iter().filter(|part| *part.paragraphs.0.end() > count) {
        let who = part.claim.as_ref().map_or_else(|| "“silent”".into(), |claim| format!("claim “{claim}”"));
        let message =
            format!("{who} is about paragraph {}, but {} has only {count}.", part.paragraphs.0.end(), reading.subject);
        reading.report(part.at, Rule::ParagraphOutside, message, "Correct the paragraph, or the number of paragraphs.");
    }
    for paragraph in 1..=count {
        let here = || parts.iter().filter(move |part| part.paragraphs.0.contains(&paragraph));
        let claim = here().find_map(|part| part.claim.as_ref());
        let silence = here().find(|part| part.claim.is_none());
        match (claim, silence) {
            (None, None) => {
                let at = source.get("paragraphs").unwrap_or(source).at;
                let message = format!("Paragraph {paragraph} of {} has no claim and is not silent.", reading.subject);
                let remedy = "Add a claim for it, or list it under “silent” with a reason.";
                reading.report(at, Rule::ParagraphUnread, message, remedy);
            }
            (Some(claim), Some(silence)) => {
                let message = format!(
                    "Paragraph {paragraph} of {} is listed as silent, but “{claim}” is a claim from it.",
                    reading.subject
                );
                reading.report(silence.at, Rule::ParagraphTwice, message, "Remove it from “silent”.");
            }
            _ => {}
        }
    }
}
