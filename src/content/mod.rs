//! See the crate documentation.

pub mod import;
