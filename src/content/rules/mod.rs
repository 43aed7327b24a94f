//! What the content must follow, and how a breach is told. A rule is a function here, and nowhere else is a problem
//! reported; one file holds a rule or a family of rules. [`Rule`] lists them all.
//!
//! [`table::check`] walks a file by its form and applies the rules about keys and single values; those about a table as a
//! whole stand in its form; [`links`], [`circular`] and [`measured`] look at the whole atlas.

pub(crate) mod area;
pub(crate) mod articles;
pub(crate) mod circular;
pub(crate) mod colours;
mod crossing;
mod drawing;
pub(crate) mod figures;
pub(crate) mod files;
mod frame;
pub(crate) mod geometry;
pub(crate) mod ids;
pub(crate) mod languages;
pub(crate) mod letters;
mod line;
pub(crate) mod links;
pub(crate) mod measured;
pub(crate) mod numbers;
pub(crate) mod paragraphs;
mod polygon;
pub(crate) mod position;
pub(crate) mod quotation;
mod rule;
pub(crate) mod sources;
pub(crate) mod status;
pub(crate) mod table;
mod texts;
pub(crate) mod types;
pub(crate) mod words;
mod written;

pub use rule::Rule;
