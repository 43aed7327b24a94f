//! The great rivers, found by position among the unnamed lines of GSHHG/WDBII.

use super::draw::{Drawn, zone_changes};
use super::grid::Point;
use super::routes::route;
use super::topology::{ArcPath, Topology};
use atlas_map::basemap::{Basemap, Line, LineKind};

/// Tolerance below which no river is drawn, in kilometres; the lines themselves are good to about one.
const LEAST_KM: f64 = 0.5;

/// A river's English name and places it passes on the way down, in degrees.
type Course = (&'static str, &'static [[f64; 2]]);

const RIVERS: [Course; 20] = [
    (
        "Volga",
        &[
            [33.5, 56.7],
            [38.85, 58.05],
            [43.2, 57.0],
            [44.0, 56.33],
            [46.0, 56.15],
            [47.3, 56.15],
            [48.6, 55.8],
            [49.05, 55.7],
            [49.3, 55.2],
            [48.5, 54.3],
            [49.3, 53.75],
            [49.5, 53.45],
            [50.05, 53.2],
            [48.5, 53.12],
            [48.1, 52.5],
            [47.8, 52.0],
            [46.1, 51.5],
            [45.45, 50.1],
            [44.6, 48.8],
            [47.9, 46.0],
        ],
    ),
    ("Kama", &[[56.25, 58.0], [55.0, 57.0], [54.1, 56.75], [52.4, 55.75], [51.0, 55.4], [49.3, 55.2]]),
    ("Don", &[[38.9, 53.0], [43.9, 49.2], [43.5, 48.7], [42.9, 48.0], [42.1, 47.6], [39.4, 47.2]]),
    ("Ural", &[[58.6, 52.9], [58.5, 51.2], [51.4, 51.2], [51.8, 47.1]]),
    ("Terek", &[[44.6, 42.7], [44.7, 43.75], [47.4, 43.6]]),
    ("Kura", &[[43.0, 41.3], [44.8, 41.7], [47.1, 40.7], [49.3, 39.3]]),
    // Between these two the river is the border, which is finer.
    ("Aras", &[[41.3, 39.7], [43.66, 40.1]]),
    ("Aras", &[[47.98, 39.7], [48.9, 39.45]]),
    ("Sefidrud", &[[49.4, 36.75], [49.9, 37.4]]),
    ("Amu Darya", &[[68.3, 37.1], [63.6, 39.1], [59.4, 43.0]]),
    ("Syr Darya", &[[71.7, 40.9], [68.3, 42.5], [61.0, 46.0]]),
    ("Tigris", &[[40.2, 37.9], [43.1, 36.35], [44.4, 33.3], [47.4, 31.0], [48.4, 30.0]]),
    ("Euphrates", &[[39.0, 38.5], [38.4, 36.8], [41.0, 34.5], [44.3, 32.5], [47.4, 31.0]]),
    ("Nile", &[[32.5, 15.6], [33.9, 19.5], [30.5, 19.2], [32.9, 24.1], [31.2, 30.0], [31.8, 31.5]]),
    ("Indus", &[[79.0, 33.0], [75.5, 35.6], [72.2, 33.9], [68.9, 27.7], [67.5, 24.0]]),
    ("Ganges", &[[78.2, 30.0], [80.3, 26.5], [85.1, 25.6], [89.7, 23.8]]),
    (
        "Dnieper",
        &[
            [32.0, 54.8],
            [30.75, 51.6],
            [30.5, 51.0],
            [30.55, 50.5],
            [32.1, 49.4],
            [33.4, 49.05],
            [34.6, 48.52],
            [35.1, 48.47],
            [35.15, 47.85],
            [34.4, 47.5],
            [33.4, 46.75],
            [32.6, 46.63],
        ],
    ),
    ("Danube", &[[16.9, 48.1], [19.0, 47.5], [20.5, 44.8], [27.0, 44.1], [29.7, 45.2]]),
    ("Irtysh", &[[80.3, 50.4], [73.4, 55.0], [68.25, 58.2]]),
    ("Helmand", &[[66.0, 33.8], [64.4, 31.6], [61.7, 31.0]]),
];

/// Makes the basemap of the great rivers; those that cannot be followed are left out and returned by name.
pub(super) fn basemap(lines: &[Vec<Point>]) -> (Basemap, Vec<&'static str>) {
    let (mut names, mut paths, mut lost) = (Vec::new(), Vec::new(), Vec::new());
    for (name, places) in RIVERS {
        if let Some(points) = route(lines, places) {
            names.push(name);
            paths.push(ArcPath { points, closed: false });
        } else {
            lost.push(name);
        }
    }
    let mut topology = Topology::new(&paths);
    topology.refine(|_, arc| zone_changes(arc));
    let drawn = Drawn::new(&topology, |_| LEAST_KM);
    let line =
        |(name, arcs): (&&str, &Vec<_>)| Line { kind: LineKind::River, name: (*name).to_owned(), arcs: arcs.clone() };
    let lines = names.iter().zip(&topology.paths).map(line).filter_map(|line| drawn.line(line)).collect();
    let mut basemap = Basemap { lines, ..Basemap::default() };
    drawn.finish(&mut basemap);
    (basemap, lost)
}
