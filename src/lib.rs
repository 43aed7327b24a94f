//! The Treaty Atlas: a treaty, what is said about it, and the places both speak of, on one map.
//!
//! Dependencies between the rooms point one way only:
//!
//! `atlas ← geometry ← scene ← draw ← ui ← site / cli`
//!
//! `browser` (built with `hydrate`) is the only room that touches `web-sys`; [`content`] the only one that reads files.
//! Two cargo features choose a side: `ssr` (native, the default) renders pages and builds the site,
//! `hydrate` (wasm) takes the same pages over in the reader's browser.
#![warn(missing_docs)]
// Views are types, nested as deeply as the page.
#![recursion_limit = "256"]

pub mod atlas;
pub mod basemap;
#[cfg(feature = "hydrate")]
pub mod browser;
#[cfg(feature = "ssr")]
pub mod cli;
#[cfg(feature = "ssr")]
pub mod content;
pub mod draw;
pub mod geometry;
pub mod scene;
#[cfg(feature = "ssr")]
pub mod site;
pub mod ui;
