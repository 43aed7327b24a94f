//! What a reader sees: pages, panels and controls as Leptos components, the same functions on both sides.

pub mod route;
