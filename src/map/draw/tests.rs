//! The painters on a small atlas; on the real one they are tested in `tests/map/`.

use super::svg;
use crate::scene::tests::fixture;
use crate::scene::{self, MapStyle};
use atlas_model::Lang;

#[test]
fn golden() {
    let svg = svg::map(
        &fixture(),
        &MapStyle::default(),
        scene::frame_for(&fixture(), &["town".to_owned()], Lang::ENGLISH),
        &|id| id.to_owned(),
    );
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../../../tests/golden");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("fixture", svg.replace("><", ">\n<")));
}
