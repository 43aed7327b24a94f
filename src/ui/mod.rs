//! What a reader sees: pages, panels and controls as Leptos components, the same functions on both sides.

#[cfg(feature = "ssr")]
pub mod context;
pub mod route;
