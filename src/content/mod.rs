//! See the crate documentation.
mod suggest;
pub use suggest::nearest;
