//! The live map: camera and style, and the tiles that are painted of them.

mod canvas;
mod inset;
mod live_map;
mod overlay;
mod painter;
pub mod pointing;
pub mod static_map;
mod tile_layer;
mod tile_renderer;

pub use live_map::{LiveMap, start, with};
