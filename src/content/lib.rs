//! From `geodata/` to the [`Atlas`](atlas_model::Atlas): reading, checking, measuring, publishing.
//!
//! ```text
//! file ─ toml, json ─► Node (a value that knows its place) ─ rules ─► problems
//!                                                            └ read ──► model, of what is sound
//! ```
//!
//! [`load`] never stops at a problem: it reports it with file, line, column and remedy, and reads on, so that one
//! run finds them all. The rules are listed at [`Rule`].

mod check;
mod chunks;
mod colour;
mod disputes;
mod field;
mod files;
mod form;
mod ground;
mod json;
mod layout;
mod load;
mod measure;
mod node;
mod order;
mod paragraphs;
mod parse;
mod problem;
mod publish;
mod read;
mod reading;
mod registry;
mod report;
mod rules;
mod schema;
mod suggest;
mod toml;
mod unsound;
mod vocabulary;

pub use check::{Format, Outcome, check};
pub use chunks::{Chunk, Shapes};
pub use files::Failure;
pub use ground::LoadedBasemap;
pub use load::{Content, load};
pub use problem::Problem;
pub use publish::{atlas_json, features_geojson};
pub use report::report;
pub use rules::Rule;
pub use schema::{Schema, schemas};
pub use suggest::nearest;
pub use vocabulary::Vocabulary;
