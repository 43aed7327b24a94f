//! Eight cameras from the whole map to Meghri, as golden images of half the size: `tests/golden/cameras/`.
//!
//! After a change of the map that was meant, look at `target/screenshots/cameras/` and accept it with
//! `GOLDEN=write cargo test --test browser cameras`.

use crate::golden;
use crate::harness::{DESKTOP, test};

const CAMERAS: [(&str, &str); 8] = [
    ("1-whole-map", ""),
    ("2-volga", "?at=45,52,1.8"),
    ("3-caspian", "?at=51,41,2.6"),
    ("4-gulf", "?at=55,26.5,2.4"),
    ("5-arabian-sea", "?at=66,21.5,2"),
    ("6-south-caucasus", "?at=46.3,40.2,3.4"),
    ("7-syunik", "?at=46.2,39.3,5.4"),
    ("8-meghri", "?at=46.25,38.92,6.6"),
];

#[test]
fn the_cameras_see_what_they_saw() {
    test(DESKTOP, async |tab| {
        let mut changed = Vec::new();
        for (name, query) in CAMERAS {
            tab.open_ready(&format!("/{query}")).await;
            changed.extend(golden::compare(&format!("cameras/{name}"), &golden::photograph(tab).await));
        }
        assert!(changed.is_empty(), "the map looks different: {changed:#?}; see target/screenshots/cameras/");
    });
}
