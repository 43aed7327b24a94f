//! Eight cameras from the whole map to Meghri, as golden images of half the size: `tests/golden/cameras/`.
//!
//! After a change of the map that was meant, look at `target/screenshots/cameras/` and accept it with
//! `GOLDEN=write cargo test --test browser cameras`.

use crate::harness::{DESKTOP, Tab, keep, test};
use crate::picture::Picture;
use std::fs;
use std::path::{Path, PathBuf};

/// Side of the squares whose mean colours are compared, pixels: wider than a letter.
const SQUARE: usize = 16;
/// Mean difference of a channel over all squares, of 255. Other fonts alone make up to 1.
const MEAN: f64 = 1.5;
/// Difference from which a square has clearly changed, and the share of squares that may.
const CHANGED: f64 = 24.0;
const SHARE: f64 = 0.01;

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

fn golden(name: &str) -> PathBuf {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("tests/golden/cameras").join(format!("{name}.png"))
}

async fn photograph(tab: &Tab, query: &str) -> Picture {
    tab.open_ready(&format!("/{query}")).await;
    tab.still().await;
    // The opening page is about nothing in particular: what differs is the camera alone.
    let frame = "(() => { const { x, y, width, height } = document.querySelector('section.map').getBoundingClientRect(); \
                 return [x, y, width, height]; })()";
    let part = tab.eval::<[f64; 4]>(frame).await;
    Picture::read(tab.picture(Some(part)).await)
}

#[test]
fn the_cameras_see_what_they_saw() {
    test(DESKTOP, async |tab| {
        let write = std::env::var_os("GOLDEN").is_some_and(|value| value == "write");
        let mut changed = Vec::new();
        for (name, query) in CAMERAS {
            let picture = photograph(tab, query).await;
            keep(&format!("cameras/{name}.png"), &picture.png);
            if write {
                fs::create_dir_all(golden(name).parent().expect("a folder")).expect("a folder for the pictures");
                fs::write(golden(name), picture.halved()).expect("a golden picture");
                continue;
            }
            let known = fs::read(golden(name)).unwrap_or_else(|why| panic!("{}: {why}", golden(name).display()));
            let (now, known) = (picture.squares(SQUARE), Picture::read(known).squares(SQUARE / 2));
            assert_eq!(now.len(), known.len(), "{name}: the map has another size");
            let apart = now
                .iter()
                .zip(&known)
                .map(|(now, known)| now.iter().zip(known).map(|(now, known)| (now - known).abs()).fold(0.0, f64::max));
            let apart: Vec<f64> = apart.collect();
            let mean = apart.iter().sum::<f64>() / apart.len() as f64;
            let share = apart.iter().filter(|apart| **apart > CHANGED).count() as f64 / apart.len() as f64;
            println!("{name}: mean {mean:.2}, changed {:.2} %", share * 100.0);
            if mean > MEAN || share > SHARE {
                changed.push(format!("{name}: mean {mean:.2}, changed {:.2} %", share * 100.0));
            }
        }
        assert!(changed.is_empty(), "the map looks different: {changed:#?}; see target/screenshots/cameras/");
    });
}
