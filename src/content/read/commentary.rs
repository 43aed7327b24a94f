//! A commentary and its claims.

use super::{check, element, element_with, list};
use crate::layout::COMMENTARY;
use crate::node::Node;
use crate::paragraphs::Paragraphs;
use crate::reading::Reading;
use atlas_model::{Claim, Commentary};

/// What a file of `commentary/` holds.
pub(crate) struct Reviewed {
    pub commentary: Option<Commentary>,
    /// Its claims in the order of their paragraphs.
    pub claims: Vec<Claim>,
}

/// Reads a file of `commentary/`.
pub(crate) fn commentary(file: &Node, reading: &mut Reading) -> Reviewed {
    check(file, &COMMENTARY, reading);
    let source = file.get("source");
    let id = source.and_then(|source| source.get("id"));
    let claim = |node: &Node| element_with(node, "commentary", id, reading);
    let mut claims: Vec<Claim> = list(file, "claim").iter().filter_map(claim).collect();
    claims.sort_by_key(|claim| claim.paragraph.parse().map_or(0, |Paragraphs(paragraphs)| *paragraphs.start()));
    Reviewed { commentary: source.and_then(|source| element(source, reading)), claims }
}
