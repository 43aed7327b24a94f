//! What must hold beyond the shape of a file. One module for each family of rules.

pub(super) mod area;
pub(super) mod crossing;
pub(super) mod disputes;
pub(super) mod frame;
pub(super) mod letters;
pub(super) mod line;
pub(super) mod links;
pub(super) mod measured;
pub(super) mod paragraphs;
pub(super) mod polygon;
pub(super) mod position;
pub(super) mod quotation;
pub(super) mod status;
