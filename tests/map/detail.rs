//! The ground in full detail, taken in after the map stands.

use super::content;
use atlas_map::geometry::Camera;
use atlas_map::scene::{self, Detail, DetailLoader, DetailMismatch, FeatureSummary, LabelledMap, MapStyle};
use atlas_model::Lang;

#[test]
fn a_sharpened_world_is_like_one_made_of_the_fine_ground() {
    let content = content();
    let (basemap, features) = (&content.ground.basemap, &content.atlas.features);
    let geometry = |id: &str| content.geometries.get(id).cloned();
    let outlines = FeatureSummary::survey(basemap, features, &geometry);
    let fine = LabelledMap::new(basemap, features, &outlines, &geometry, content.profile.clone());
    let mut map_data = LabelledMap::new(&basemap.coarse(), features, &outlines, &geometry, content.profile.clone());
    let cameras = [(52.0, 38.0, 0.0), (46.3, 39.2, 4.0), (51.0, 42.0, 2.0)]
        .map(|(lon, lat, zoom)| Camera::from_at(lon, lat, zoom, 800.0, 600.0));
    let picture =
        |map_data: &LabelledMap, camera| map_data.scene(camera, &MapStyle::default(), &Detail::screen(camera));
    assert_ne!(picture(&map_data, &cameras[1]), picture(&fine, &cameras[1]), "there is nothing to sharpen");
    let frames = |map_data: &LabelledMap| {
        features
            .iter()
            .map(|one| scene::frame_for(map_data, std::slice::from_ref(&one.id), Lang::ENGLISH))
            .collect::<Vec<_>>()
    };
    assert_eq!(frames(&map_data), frames(&fine));

    let mut arrival = DetailLoader::new(basemap.clone(), &map_data).expect("the same arcs");
    while arrival.project(5000) {}
    scene::load_detail(&mut map_data, arrival);
    map_data.place_names_anew();
    for camera in &cameras {
        assert_eq!(picture(&map_data, camera), picture(&fine, camera));
    }
    for step in 0..400 {
        let (x, y) = (f64::from(step % 20) * 40.0, f64::from(step / 20) * 30.0);
        assert_eq!(
            scene::hit(&map_data, &cameras[1], x, y, 3.0, &MapStyle::default()),
            scene::hit(&fine, &cameras[1], x, y, 3.0, &MapStyle::default())
        );
    }

    let mut other = basemap.clone();
    other.arcs.pop();
    assert_eq!(DetailLoader::new(other, &map_data).err(), Some(DetailMismatch));
}
