//! Disputed land: whose area it is drawn in, and which line is dashed and named.
//!
//! Borders follow the position of the United Nations General Assembly where it has taken one;
//! where control differs, the line of control is drawn dashed and named.

use super::grid::{Point, degrees, point};
use super::osm::Polygon;
use super::polygons::{difference, intersection, outermost, union};
use super::window::within;

/// Codes of areas that the package draws besides the country they belong to.
pub(super) const DOUBLE: [&str; 2] = ["ALA", "SJM"];

/// A stretch of border between two countries that is disputed.
pub(super) struct DisputedStretch {
    countries: [&'static str; 2],
    within: [f64; 4],
    /// Its name on the map.
    pub name: &'static str,
}

/// Borders of the package that are lines of control.
pub(super) const STRETCHES: [DisputedStretch; 4] = [
    DisputedStretch { countries: ["IND", "PAK"], within: [73.0, 32.74, 78.0, 36.5], name: "Kashmir (line of control)" },
    DisputedStretch {
        countries: ["CHN", "IND"],
        within: [76.0, 32.3, 81.0, 36.5],
        name: "Aksai Chin (line of actual control)",
    },
    DisputedStretch {
        countries: ["ISR", "PSE"],
        within: [33.0, 29.0, 37.0, 34.0],
        name: "Palestine (armistice line of 1949)",
    },
    DisputedStretch {
        countries: ["SRB", "XKX"],
        within: [19.0, 41.0, 23.0, 44.0],
        name: "Kosovo (disputed by Serbia)",
    },
];

/// The disputed stretch that a point of the border between two countries (in alphabetical order) belongs to.
pub(super) fn stretch(countries: [&str; 2], place: Point) -> Option<&'static DisputedStretch> {
    STRETCHES.iter().find(|stretch| stretch.countries == countries && within(place, stretch.within))
}

/// Moves Crimea out of Russia's area, which in the package has it beside Ukraine's, and the Golan from Israel's to Syria's.
pub(super) fn follow_general_assembly(countries: &mut [(String, Vec<Polygon>)]) {
    let get = |countries: &[(String, Vec<Polygon>)], code: &str| {
        countries.iter().find(|(found, _)| found == code).map(|(_, polygons)| polygons.clone()).unwrap_or_default()
    };
    let crimea = intersection(&get(countries, "UKR"), &[vec![grid(&AROUND_CRIMEA)]]);
    let golan = intersection(&get(countries, "ISR"), &[vec![grid(&GOLAN)]]);
    for (code, polygons) in countries {
        match code.as_str() {
            "RUS" => *polygons = difference(polygons, &crimea),
            "ISR" => *polygons = difference(polygons, &golan),
            "PSE" => *polygons = outermost(std::mem::take(polygons)),
            "SYR" => *polygons = union(polygons, &golan),
            _ => {}
        }
    }
}

/// The line round South Ossetia, from Russia's border to Russia's border: outline of the former autonomous region,
/// schematic, after the claim lines of Natural Earth 4.1 (public domain).
pub(super) fn south_ossetia() -> Vec<Point> {
    grid(&SOUTH_OSSETIA)
}

/// The natural-earth lines that are drawn as they are: name, and places that their shapes pass, in degrees.
/// A place on the line across the isthmus of Crimea, in degrees.
pub(super) const ISTHMUS: [f64; 2] = [34.39, 46.01];

pub(super) const LINES_OF_CONTROL: [(&str, &[[f64; 2]]); 2] = [
    ("Golan (line of control)", &[[35.82, 33.14]]),
    ("Northern Cyprus (line of control)", &[[33.06, 35.16], [33.84, 35.06], [32.62, 35.16], [33.93, 35.06]]),
];

/// Whether a line passes within about a kilometre of a place.
pub(super) fn passes(line: &[Point], [lon, lat]: [f64; 2]) -> bool {
    line.iter().map(|&at| degrees(at)).any(|[x, y]| (x - lon).hypot(y - lat) < 0.012)
}

fn grid(places: &[[f64; 2]]) -> Vec<Point> {
    places.iter().map(|&[lon, lat]| point(lon, lat)).collect()
}

const AROUND_CRIMEA: [[f64; 2]; 4] = [[31.0, 43.4], [37.2, 43.4], [37.2, 46.6], [31.0, 46.6]];

/// East of the line of 1967, far beyond the Israeli-held part on the other sides.
const GOLAN: [[f64; 2]; 18] = [
    [35.645, 33.5],
    [35.65, 33.246],
    [35.643, 33.215],
    [35.649, 33.162],
    [35.628, 33.071],
    [35.612, 33.044],
    [35.571, 33.012],
    [35.584, 32.996],
    [35.6, 32.897],
    [35.614, 32.896],
    [35.641, 32.865],
    [35.634, 32.752],
    [35.6, 32.717],
    [35.577, 32.72],
    [35.58, 32.708],
    [35.612, 32.6],
    [36.2, 32.6],
    [36.2, 33.5],
];

const SOUTH_OSSETIA: [[f64; 2]; 40] = [
    [43.783, 42.753],
    [43.755, 42.69],
    [43.709, 42.69],
    [43.634, 42.645],
    [43.599, 42.605],
    [43.559, 42.584],
    [43.584, 42.5],
    [43.564, 42.38],
    [43.584, 42.31],
    [43.654, 42.289],
    [43.589, 42.21],
    [43.619, 42.125],
    [43.694, 42.08],
    [43.709, 42.115],
    [43.784, 42.11],
    [43.829, 42.055],
    [43.854, 42.105],
    [43.899, 42.1],
    [43.915, 42.154],
    [43.979, 42.145],
    [44.059, 42.19],
    [44.114, 42.145],
    [44.16, 42.055],
    [44.204, 42.1],
    [44.294, 42.05],
    [44.294, 42.01],
    [44.364, 41.99],
    [44.424, 42.01],
    [44.464, 41.99],
    [44.515, 42.0],
    [44.599, 42.094],
    [44.644, 42.14],
    [44.644, 42.225],
    [44.599, 42.28],
    [44.629, 42.33],
    [44.484, 42.395],
    [44.355, 42.455],
    [44.394, 42.48],
    [44.299, 42.584],
    [44.211, 42.64],
];
