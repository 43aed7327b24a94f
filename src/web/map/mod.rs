//! The live map: camera and style, and the tiles that are painted of them.

mod canvas;
mod inset;
mod live_map;
mod overlay;
mod painter;
pub(crate) mod pointing;
pub(crate) mod static_map;
mod tile_layer;
mod tile_renderer;

pub(crate) use live_map::{LiveMap, start, with};
