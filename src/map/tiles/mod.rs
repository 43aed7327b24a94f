//! Tiles: which ones a view needs, which are painted, on their way or out of date, and when another layer of them is
//! needed. Pure; who paints them and where they hang is told from outside.

mod need;
mod tile_set;

pub use need::{BackLayer, Need, back_layer, foreseen};
pub use tile_set::{TileIndex, TileSet};
