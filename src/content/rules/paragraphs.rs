//! Every paragraph of a commentary is read: it has a claim, or it is listed as silent with a reason.

use super::Rule;
use crate::field::Field;
use crate::node::Node;
use crate::paragraphs::Paragraphs;
use crate::reading::Reading;

/// Paragraphs that something in the file speaks for.
struct Speaker<'n> {
    paragraphs: Paragraphs,
    /// How messages call it.
    who: String,
    /// The claim made there; `None` for an entry of `silent`.
    claim: Option<&'n str>,
    at: usize,
}

/// Claims and silences cover the commentary and nothing else.
pub(crate) fn covered(file: Field<'_>, reading: &mut Reading) {
    let Some(source) = file.node.get("source").filter(|source| !reading.unsound.has(source)) else { return };
    let (Some(id), Some(count)) = (source.get("id").and_then(Node::as_text), source.get("paragraphs")) else { return };
    let Some(paragraphs) = count.as_number().map(|count| count as u16) else { return };
    let commentary = format!("commentary “{id}”");
    let parts = parts(file.node, source);
    for part in parts.iter().filter(|part| *part.paragraphs.0.end() > paragraphs) {
        let (who, last) = (&part.who, part.paragraphs.0.end());
        let message = format!("{who} is about paragraph {last}, but {commentary} has only {paragraphs}.");
        reading.report(part.at, Rule::ParagraphOutside, message, "Correct the paragraph, or the number of paragraphs.");
    }
    for paragraph in 1..=paragraphs {
        let here = || parts.iter().filter(move |part| part.paragraphs.0.contains(&paragraph));
        let silence = here().find(|part| part.claim.is_none());
        match (here().find_map(|part| part.claim), silence) {
            (None, None) => {
                let message = format!("Paragraph {paragraph} of {commentary} has no claim and is not silent.");
                let remedy = "Add a claim for it, or list it under “silent” with a reason.";
                reading.report(count.at, Rule::ParagraphUnread, message, remedy);
            }
            (Some(claim), Some(silence)) => {
                let message = format!(
                    "Paragraph {paragraph} of {commentary} is listed as silent, but “{claim}” is a claim from it."
                );
                reading.report(silence.at, Rule::ParagraphTwice, message, "Remove it from “silent”.");
            }
            _ => {}
        }
    }
}

/// What the file says of which paragraphs; paragraphs that cannot be read are a problem of their own.
fn parts<'n>(file: &'n Node, source: &'n Node) -> Vec<Speaker<'n>> {
    let list = |table: &'n Node, key: &str| table.get(key).and_then(Node::as_list).unwrap_or_default().iter();
    let part = |node: &'n Node, who: String, claim: Option<&'n str>| {
        Some(Speaker { paragraphs: node.as_text()?.parse().ok()?, who, claim, at: node.at })
    };
    let silences = list(source, "silent").filter_map(|entry| part(entry.get("paragraphs")?, "“silent”".into(), None));
    let claims = list(file, "claim").filter_map(|claim| {
        let id = claim.get("id").and_then(Node::as_text).unwrap_or_default();
        part(claim.get("paragraph")?, format!("claim “{id}”"), Some(id))
    });
    silences.chain(claims).collect()
}
