//! From `geodata/` to the [`Atlas`](crate::atlas::Atlas): reading, checking, measuring, publishing.
//!
//! ```text
//! file ─ toml, json ─► Node (a value that knows its place) ─ read ─► model
//!                                                            └ rules ─► problems
//! ```
//!
//! [`load`] never stops at a problem: it reports it with file, line, column and remedy, and reads on, so that one
//! run finds them all. The rules are listed at [`Rule`].

mod files;
mod json;
mod load;
mod measure;
mod node;
mod order;
mod problem;
mod read;
mod reading;
mod registry;
mod rules;
mod suggest;
mod table;
mod toml;

pub use files::Failure;
pub use load::{Content, load};
pub use problem::{Problem, Rule};
pub use suggest::nearest;
