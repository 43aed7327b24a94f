//! Lakes and lines of control from Natural Earth.

use super::disputed::{LINES_OF_CONTROL, passes};
use super::draw::{Drawn, zone_changes};
use super::grid::{Point, area, point};
use super::inside::Inside;
use super::lines::{Lines, Style};
use super::osm::{Polygon, tidy};
use super::polygons::{difference, intersection};
use super::provinces::chains;
use super::seas::is_caspian;
use super::topology::{ArcPath, Topology};
use super::window::{WINDOW, Zone, within, zone};
use atlas_map::basemap::{Basemap, LineKind};

/// Lakes by name and a place in them, in degrees.
const LAKES: [(&str, [f64; 2]); 26] = [
    ("Sevan", [45.3, 40.4]),
    ("Urmia", [45.5, 37.7]),
    ("Van", [42.82, 38.66]),
    ("Aral Sea", [58.53, 45.21]),
    ("Aral Sea", [60.63, 46.43]),
    ("Balkhash", [73.95, 45.9]),
    ("Ladoga", [31.66, 60.84]),
    ("Onega", [35.56, 61.89]),
    ("Peipus", [27.49, 58.63]),
    ("Issyk-Kul", [77.04, 42.45]),
    ("Tuz", [33.31, 38.83]),
    ("Dead Sea", [35.48, 31.54]),
    ("Lake Nasser", [32.58, 22.8]),
    ("Tana", [37.28, 11.96]),
    ("Turkana", [36.08, 3.53]),
    ("Zaysan", [83.44, 48.73]),
    ("Alakol", [81.71, 46.12]),
    ("Tengiz", [68.92, 50.45]),
    ("Sarygamysh", [57.37, 41.94]),
    ("Tharthar", [43.22, 34.02]),
    ("Mingachevir", [46.61, 40.92]),
    ("Volgograd Reservoir", [46.01, 51.04]),
    ("Kuybyshev Reservoir", [48.65, 54.57]),
    ("Rybinsk Reservoir", [38.37, 58.58]),
    ("Tsimlyansk Reservoir", [43.45, 48.52]),
    ("Vänern", [13.59, 58.88]),
];

/// Smallest lakes that are kept, in square kilometres, in the frame and beyond it.
const SMALLEST_KM2: [f64; 2] = [300.0, 2500.0];

/// Name of the bay of the Caspian that the sea's outline leaves out.
const BAY: &str = "Kara-Bogaz-Gol";

/// The bay with some sea before it, in degrees: west, south, east, north.
const ROUND_BAY: [f64; 4] = [52.85, 40.5, 55.0, 42.4];

/// A place in the bay.
const IN_BAY: [f64; 2] = [53.6, 41.3];

/// Makes the basemap of lakes and lines of control from shapes of lakes, sea and land borders.
///
/// `seas` are the seas as they are drawn, which lakes must not repeat.
pub(super) fn basemap(
    lakes: &[Vec<Vec<Point>>],
    ocean: &[Vec<Vec<Point>>],
    borders: &[Vec<Vec<Point>>],
    seas: &[Polygon],
) -> Basemap {
    let sea = Inside::new(seas.iter().flatten());
    let mut kept: Vec<(&str, Polygon)> = lakes.iter().filter_map(|lake| worth_drawing(lake, &sea)).collect();
    let caspian: Vec<Polygon> = seas.iter().filter(|sea| is_caspian(sea)).cloned().collect();
    kept.extend(bay(ocean, &caspian).map(|polygon| (BAY, polygon)));
    let mut paths = Vec::new();
    let mut ranges = Vec::new();
    for (name, polygon) in kept {
        let start = paths.len();
        paths.extend(polygon.into_iter().map(|points| ArcPath { points, closed: true }));
        ranges.push((name, start..paths.len()));
    }
    let mut named = Vec::new();
    for (name, places) in LINES_OF_CONTROL {
        let start = paths.len();
        let parts: Vec<Vec<Point>> = borders
            .iter()
            .filter(|shape| places.iter().any(|&place| shape.iter().any(|part| passes(part, place))))
            .flatten()
            .cloned()
            .collect();
        paths.extend(chains(&parts).into_iter().map(|points| ArcPath { points, closed: false }));
        named.push((name, start..paths.len()));
    }
    let mut topology = Topology::new(&paths);
    topology.refine(|_, arc| zone_changes(arc));
    let mut lines = Lines::default();
    for (name, range) in named {
        let arcs = topology.paths[range].iter().flatten().map(|&one| super::topology::index(one).0);
        lines.add(Style(LineKind::DisputedBorder, name), arcs);
    }
    let drawn = Drawn::new(&topology, |_| 0.0);
    let mut basemap = Basemap {
        lakes: ranges.iter().filter_map(|(name, range)| drawn.area(name, &topology.paths[range.clone()])).collect(),
        lines: lines.chained(&topology).into_iter().filter_map(|line| drawn.line(line)).collect(),
        ..Basemap::default()
    };
    drawn.finish(&mut basemap);
    basemap
}

/// A lake that is large enough and wholly in the window, with its larger islands. Lagoons that count as sea are not
/// repeated.
fn worth_drawing(lake: &[Vec<Point>], sea: &Inside) -> Option<(&'static str, Polygon)> {
    let mut rings: Polygon = lake.iter().map(|ring| tidy(ring.clone())).filter(|ring| ring.len() > 2).collect();
    let shore = rings.first()?;
    let smallest = SMALLEST_KM2[usize::from(zone(shore[0]) == Zone::Margin)];
    if area(shore).abs() < smallest || !shore.iter().all(|&at| within(at, WINDOW)) {
        return None;
    }
    if shore.iter().filter(|&&at| sea.contains(at)).count() * 4 > shore.len() {
        return None;
    }
    let inside = Inside::new(&rings);
    let name = LAKES.iter().find(|(_, [lon, lat])| inside.contains(point(*lon, *lat))).map_or("", |(name, _)| name);
    let mut first = true;
    rings.retain(|ring| std::mem::take(&mut first) || area(ring).abs() >= zone(ring[0]).smallest_km2().max(5.0));
    Some((name, rings))
}

/// The bay: what Natural Earth counts as Caspian and the drawn sea does not.
fn bay(ocean: &[Vec<Vec<Point>>], caspian: &[Polygon]) -> Option<Polygon> {
    let place = point(IN_BAY[0], IN_BAY[1]);
    let rings = ocean.iter().flatten().map(|ring| tidy(ring.clone()));
    let around = rings.filter(|ring| Inside::new(std::slice::from_ref(ring)).contains(place));
    let smallest = around.min_by(|a, b| area(a).abs().total_cmp(&area(b).abs()))?;
    let [west, south, east, north] = ROUND_BAY;
    let frame = vec![vec![point(west, south), point(east, south), point(east, north), point(west, north)]];
    let water = difference(&intersection(&[vec![smallest]], &[frame]), caspian);
    water.into_iter().find(|polygon| Inside::new(polygon).contains(place))
}
