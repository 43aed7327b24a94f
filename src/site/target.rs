//! The platform of the browser side.

/// The target the program is compiled for.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";
