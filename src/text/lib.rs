//! What a reader sees: pages and panels as compiled templates, the same functions on both sides.

pub mod article;
pub mod commentary;
pub mod format;
pub mod index;
mod lengths;
pub mod list;
pub mod parts;
pub mod place;
pub mod reader;
pub mod scope;
pub mod strings;
pub mod titles;
pub mod tour;
