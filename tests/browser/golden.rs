//! Maps as they were accepted: pictures of half the size in `tests/golden/`, compared by the mean colours of squares.

use crate::harness::{Tab, keep};
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

fn golden(name: &str) -> PathBuf {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("tests/golden").join(format!("{name}.png"))
}

/// The map of the page that is open, once it is at rest.
pub(crate) async fn photograph(tab: &Tab) -> Picture {
    tab.still().await;
    let frame = "(() => { const { x, y, width, height } = document.querySelector('section.map').getBoundingClientRect(); \
                 return [x, y, width, height]; })()";
    let part = tab.eval::<[f64; 4]>(frame).await;
    Picture::read(tab.picture(Some(part)).await)
}

/// Says how a picture differs from the one that was accepted; `None` where it does not. `GOLDEN=write` accepts it.
pub(crate) fn compare(name: &str, picture: &Picture) -> Option<String> {
    keep(&format!("{name}.png"), &picture.png);
    if std::env::var_os("GOLDEN").is_some_and(|value| value == "write") {
        fs::create_dir_all(golden(name).parent().expect("a folder")).expect("a folder for the pictures");
        fs::write(golden(name), picture.halved()).expect("a golden picture");
        return None;
    }
    let known = fs::read(golden(name)).unwrap_or_else(|why| panic!("{}: {why}", golden(name).display()));
    let (now, known) = (picture.squares(SQUARE), Picture::read(known).squares(SQUARE / 2));
    assert_eq!(now.len(), known.len(), "{name}: the map has another size");
    let apart: Vec<f64> = now
        .iter()
        .zip(&known)
        .map(|(now, known)| now.iter().zip(known).map(|(now, known)| (now - known).abs()).fold(0.0, f64::max))
        .collect();
    let mean = apart.iter().sum::<f64>() / apart.len() as f64;
    let share = apart.iter().filter(|apart| **apart > CHANGED).count() as f64 / apart.len() as f64;
    let difference = format!("{name}: mean {mean:.2}, changed {:.2} %", share * 100.0);
    println!("{difference}");
    (mean > MEAN || share > SHARE).then_some(difference)
}
