//! The painters on a small atlas; on the real one they are tested in `tests/map/`.

use super::svg;
use crate::scene::MapStyle;
use crate::scene::tests::fixture;
use atlas_model::Lang;
use std::fs;
use std::path::Path;

/// `GOLDEN=write cargo test -p atlas-map golden` accepts the current picture.
#[test]
fn golden() {
    let svg =
        svg::map(&fixture(), &MapStyle::default(), fixture().frame_for(&["town".to_owned()], Lang::ENGLISH), &|id| {
            id.to_owned()
        });
    let svg = svg.replace("><", ">\n<");
    let path = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("tests/golden/fixture.svg");
    if std::env::var_os("GOLDEN").is_some() {
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(&path, &svg).expect("written");
    }
    let known = fs::read_to_string(&path).expect("tests/golden/fixture.svg; see above");
    assert!(known == svg, "the picture has changed: look at it, then accept it with GOLDEN=write");
}
