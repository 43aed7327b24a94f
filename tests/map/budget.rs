//! What a prerendered map leaves out to keep its budget.

use super::map_data;
use atlas_map::geometry::{Camera, Cut, Padding};
use atlas_map::scene::Highlight;
use atlas_map::scene::{self, Budget, Detail, MapStyle, Picture, vertices};
use atlas_model::Lang;

fn picture(budget: Budget, selected: &str) -> Picture {
    let camera = Camera::fit(scene::home(map_data(), Lang::ENGLISH), 880.0, 800.0, Padding::default());
    let highlight = Highlight { selected: vec![selected.to_owned()], ..Highlight::default() };
    let map_style = MapStyle { highlight, ..MapStyle::default() };
    let window = camera.screen();
    scene::picture(map_data(), &camera, &map_style, &Detail { cut: Cut::even(window, 0.6), clickable: true }, budget)
}

fn ids(picture: &Picture) -> Vec<&str> {
    let positions = picture.only.iter().flatten();
    positions.filter_map(|at| map_data().map_features().get(*at)).map(|map_feature| map_feature.id.as_str()).collect()
}

#[test]
fn what_fits_is_shown_whole() {
    assert!(picture(Budget { features: 1000, vertices: 1_000_000 }, "syunik").only.is_none());
}

#[test]
fn the_subject_and_the_important_stay() {
    let few = picture(Budget { features: 12, vertices: 100_000 }, "tartus");
    let ids = ids(&few);
    assert!(ids.len() == 12 && ids.contains(&"tartus") && ids.contains(&"iran"), "{ids:?}");
}

#[test]
fn vertices_are_counted_and_the_subject_is_made_coarser() {
    let budget = Budget { features: 1000, vertices: 60 };
    let picture = picture(budget, "instc-western");
    assert!(ids(&picture).contains(&"instc-western"));
    assert!(vertices(&picture.scene.groups) <= budget.vertices, "{}", vertices(&picture.scene.groups));
}
