//! The inset map and its frame on the main map.

use super::map_data;
use atlas_map::geometry::{Camera, Padding, Projection, Rect, coord};
use atlas_map::scene::{self, MapStyle, is_on_frame};
use atlas_model::Lang;

fn area() -> Rect {
    scene::inset_area(map_data()).expect("the atlas has an inset map")
}

#[test]
fn the_frame_goes_when_the_map_is_there() {
    let map_style = MapStyle { inset: true, ..MapStyle::default() };
    let camera = |frame: Rect| Camera::fit(frame, 880.0, 800.0, Padding::default());
    let frame = scene::inset_frame(map_data(), &camera(scene::home(map_data(), Lang::ENGLISH)), &map_style)
        .expect("a frame on the opening map");
    assert!(is_on_frame(&frame, frame.min.x + 1.0, frame.centre().y, 4.0));
    assert!(!is_on_frame(&frame, frame.centre().x, frame.centre().y, 4.0));
    assert!(scene::inset_frame(map_data(), &camera(area()), &map_style).is_none());
    assert!(
        scene::inset_frame(map_data(), &camera(scene::home(map_data(), Lang::ENGLISH)), &MapStyle::default()).is_none()
    );
    // It holds what the story is about.
    for (lon, lat) in [(46.2, 38.9), (45.4, 39.2), (49.87, 40.37), (44.5, 40.18), (46.3, 38.08), (48.87, 38.43)] {
        let place = Projection::project(lon, lat);
        assert!(area().grown(-15.0).contains(coord(place.x, place.y)), "{lon} {lat}");
    }
}
