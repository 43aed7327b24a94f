//! The map: everything between the model and a picture, and nothing of the browser.
//!
//! Geometry ← basemap format ← map data and scene ← painters and tiles, and beside them interaction; all of it pure and tested
//! natively.

pub mod basemap;
pub mod draw;
pub mod geometry;
pub mod interaction;
pub mod scene;
pub mod tiles;
