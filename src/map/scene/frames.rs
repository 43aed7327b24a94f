//! What a map is framed on: the opening view, some features, and how far a camera may go.

use super::MapData;
use super::map_data::GROUND;
use crate::geometry::{Camera, Limits, Padding, Projection, Rect, coord};
use atlas_model::{Lang, Margins};

/// Most pixels for each kilometre: beyond it the basemap (about 40 m where it is finest) would show its corners.
const MOST_SCALE: f64 = 16.0;
/// Least extent of a comfortable frame, km.
const LEAST_FRAME: f64 = 250.0;

/// The frame of the opening view, km, with air and room for names on the side to which they are written.
pub fn home(map_data: &MapData, lang: Lang) -> Rect {
    let view = &map_data.profile().view;
    opening(map_data, if lang.is_rtl() { view.rtl } else { view.ltr })
}

fn opening(map_data: &MapData, room: Margins) -> Rect {
    let [west, south, east, north] = map_data.profile().view.opening;
    let shown = Rect::around([Projection::project(west, north), Projection::project(east, south)]);
    Rect {
        min: coord(shown.min.x - room.left, shown.min.y - room.top),
        max: coord(shown.max.x + room.right, shown.max.y + room.bottom),
    }
}

/// A comfortable frame on these features, km: with air about them, never closer than 250 km, never beyond the
/// region. The opening view when none of them is on the map.
pub fn frame_for(map_data: &MapData, ids: &[String], lang: Lang) -> Rect {
    let Some(bounds) = map_data.bounds(ids) else { return home(map_data, lang) };
    let region = prime(map_data.profile().view.prime);
    let seen = Rect {
        min: coord(bounds.min.x.max(region.min.x), bounds.min.y.max(region.min.y)),
        max: coord(bounds.max.x.min(region.max.x), bounds.max.y.min(region.max.y)),
    };
    if seen.is_empty() {
        return home(map_data, lang);
    }
    let air = 1.3;
    let framed =
        Rect::about(seen.centre(), (seen.width() * air).max(LEAST_FRAME), (seen.height() * air).max(LEAST_FRAME));
    let framed = framed.with_aspect(0.8, 1.5);
    // Half a continent is shown best by the whole map.
    let home = home(map_data, lang);
    if framed.width() > home.width() && framed.height() > home.height() { home } else { framed }
}

/// How far a camera of this size may go: over the ground the basemap covers, from the whole of it (or the opening
/// view, where that is wider) down to 60 m a pixel.
pub fn limits(map_data: &MapData, width: f64, height: f64) -> Limits {
    let whole = (width / GROUND.width()).max(height / GROUND.height());
    let home = |room| Camera::fit(opening(map_data, room), width, height, Padding::default()).scale;
    let view = &map_data.profile().view;
    let least = [view.ltr, view.rtl].into_iter().map(home).fold(whole, f64::min);
    Limits { bounds: GROUND, scale: (least, MOST_SCALE) }
}

/// The region that views of places do not leave, on the plane. Its northern and southern edges are curves there.
fn prime([west, south, east, north]: [f64; 4]) -> Rect {
    let edge = (0..=14).flat_map(|step| {
        let lon = west + (east - west) / 14.0 * f64::from(step);
        [Projection::project(lon, south), Projection::project(lon, north)]
    });
    Rect::around(edge)
}
