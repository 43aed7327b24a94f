//! What a reader sees: pages, panels and controls as Leptos components, the same functions on both sides.

#[cfg(feature = "ssr")]
mod about_text;
pub mod article;
pub mod commentary;
#[cfg(feature = "ssr")]
pub mod context;
#[cfg(feature = "ssr")]
pub mod document;
pub mod format;
pub mod index;
pub mod islands;
mod lengths;
pub mod list;
pub mod parts;
pub mod place;
pub mod reader;
pub mod route;
pub mod scope;
pub mod state;
pub mod strings;
pub mod tour;

#[cfg(all(test, feature = "ssr"))]
mod tests;
