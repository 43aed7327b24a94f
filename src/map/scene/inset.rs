//! The inset map, which shows a part of the atlas larger, and its frame on the main map.

use super::{MapData, MapStyle};
use crate::geometry::{Camera, Projection, Rect};

/// The frame is drawn until it is as wide as the inset itself, px.
const MOST_WIDTH: f64 = 320.0;

/// What the inset map shows, km; `None` where the atlas has none.
pub fn inset_area(map_data: &MapData) -> Option<Rect> {
    let inset = map_data.inset()?;
    let ((lon, lat), (width, height)) = (inset.middle, inset.size);
    Some(Rect::about(Projection::project(lon, lat), width, height))
}

/// The frame of the inset on the main map, px; `None` while there is no inset, out of sight, or when the map shows
/// as much itself.
pub fn inset_frame(map_data: &MapData, camera: &Camera, map_style: &MapStyle) -> Option<Rect> {
    let area = inset_area(map_data).filter(|area| map_style.inset && camera.scale * area.width() < MOST_WIDTH)?;
    let frame = Rect { min: camera.to_screen(area.min), max: camera.to_screen(area.max) };
    frame.intersects(&camera.screen()).then_some(frame)
}

/// True when a position is on the line of a frame, give or take `slop`, px.
pub fn is_on_frame(frame: &Rect, x: f64, y: f64, slop: f64) -> bool {
    let at = crate::geometry::coord(x, y);
    frame.grown(slop).contains(at) && !frame.grown(-slop).contains(at)
}
