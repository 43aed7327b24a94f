//! Countries, seas, provinces and borders: the part made from OpenStreetMap.

use super::disputed;
use super::draw::{Drawn, changes, zone_changes};
use super::faces::{around, faces};
use super::grid::{Point, distance, point};
use super::inside::Inside;
use super::lines::{Lines, Style};
use super::osm::Polygon;
use super::provinces::{inner_lines, nearest};
use super::topology::{ArcPath, Topology, index};
use super::window::{Zone, within, zone};
use atlas_map::basemap::{ArcUse, Area, Basemap, LineKind};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Provinces that are kept: name, country, a town in it.
const PROVINCES: [(&str, &str, [f64; 2]); 7] = [
    ("Syunik", "ARM", [46.407, 39.208]),
    ("East Azerbaijan", "IRN", [46.292, 38.08]),
    ("West Azerbaijan", "IRN", [45.076, 37.553]),
    ("Ardabil", "IRN", [48.293, 38.249]),
    ("Gilan", "IRN", [49.589, 37.276]),
    ("Mazandaran", "IRN", [53.06, 36.563]),
    ("Golestan", "IRN", [54.444, 36.843]),
];

/// The exclave of Azerbaijan, a ring of its own.
const NAKHCHIVAN: (&str, &str, [f64; 2]) = ("Nakhchivan", "AZE", [45.412, 39.209]);

/// Ukrainian regions that Russia claims since 2022.
const CLAIMED: [[f64; 2]; 4] = [[37.8, 48.0], [39.31, 48.57], [35.14, 47.84], [32.62, 46.64]];
const CLAIMED_NAME: &str = "Donetsk, Luhansk, Zaporizhzhia and Kherson (line of claim)";

/// Crimea and Sevastopol, which Russia claims since 2014.
const CRIMEA: [[f64; 2]; 2] = [[34.1, 45.0], [33.6, 44.6]];
const CRIMEA_NAME: &str = "Crimea (line of claim)";

/// Limits at sea, 22 km off the coast and never drawn, are kept to this many kilometres.
const AT_SEA_KM: f64 = 4.0;

/// Where countries of the package overlap or leave a gap, lines at least this many kilometres long are drawn.
const OPEN_KM: f64 = 20.0;

const ABKHAZIA: [f64; 2] = [41.02, 43.01];
const ABKHAZIA_NAME: &str = "Abkhazia (line of control)";
const SOUTH_OSSETIA_NAME: &str = "South Ossetia (line of control)";

/// Countries whose province lines are needed.
const CUT: [&str; 4] = ["ARM", "GEO", "IRN", "UKR"];

/// Borders that follow the middle of the Aras, and from where to where: pairs of countries in alphabetical order,
/// and a box of west, south, east and north in degrees.
const ARAS_NAME: &str = "Aras";
const ARAS: [[&str; 2]; 4] = [["ARM", "IRN"], ["ARM", "TUR"], ["AZE", "IRN"], ["AZE", "TUR"]];
const ARAS_WITHIN: [f64; 4] = [43.64, 38.8, 47.985, 40.12];

/// What goes in, clipped and fitted.
pub(super) struct LandInput {
    /// Countries by code.
    pub countries: Vec<(String, Vec<Polygon>)>,
    /// All seas, for telling land from sea.
    pub seas: Vec<Polygon>,
    /// The seas that are drawn, with their names.
    pub drawn_seas: Vec<(&'static str, Polygon)>,
    /// Province lines of all countries.
    pub province_lines: Vec<Vec<Point>>,
}

/// Makes the basemap of everything but lakes and rivers.
pub(super) fn basemap(ground: &LandInput) -> Basemap {
    let mut paths = Paths::default();
    let rings = |polygons: &[Polygon]| polygons.iter().flatten().cloned().collect::<Vec<_>>();
    let countries: Vec<Range<usize>> =
        ground.countries.iter().map(|(_, polygons)| paths.add(rings(polygons), true)).collect();
    let seas: Vec<Range<usize>> = ground.drawn_seas.iter().map(|(_, sea)| paths.add(sea.clone(), true)).collect();
    let mut inner: BTreeMap<&str, Range<usize>> = BTreeMap::new();
    let mut ossetia = 0..0;
    for (code, polygons) in &ground.countries {
        if CUT.contains(&code.as_str()) {
            inner.insert(code, paths.add(inner_lines(&ground.province_lines, polygons), false));
        }
        if code == "GEO" {
            ossetia = paths.add(vec![tied(disputed::south_ossetia(), polygons)], false);
        }
    }
    let mut topology = Topology::new(&paths.0);
    topology.refine(|_, arc| zone_changes(arc));
    let codes: Vec<&str> = ground.countries.iter().map(|(code, _)| code.as_str()).collect();
    let mut arcs = LandArcs { topology, codes, countries, inner, sea: Inside::new(ground.seas.iter().flatten()) };
    arcs.cut_borders();

    let mut lines = Lines::default();
    arcs.borders(&mut lines);
    let provinces = arcs.provinces(&mut lines);
    arcs.claims(&mut lines);
    lines.add(Style(LineKind::DisputedBorder, SOUTH_OSSETIA_NAME), arcs.arcs(ossetia));

    let drawn_sea: BTreeSet<usize> = seas.iter().flat_map(|range| arcs.arcs(range.clone())).collect();
    let limit = |arc| if !drawn_sea.contains(&arc) && arcs.on_water(arc) { AT_SEA_KM } else { 0.0 };
    let drawn = Drawn::new(&arcs.topology, limit);
    let area = |name: &str, range: &Range<usize>| drawn.area(name, &arcs.topology.paths[range.clone()]);
    let mut basemap = Basemap {
        countries: arcs.codes.iter().zip(&arcs.countries).filter_map(|(code, range)| area(code, range)).collect(),
        seas: ground.drawn_seas.iter().zip(&seas).filter_map(|((name, _), range)| area(name, range)).collect(),
        provinces: provinces.iter().filter_map(|area| drawn.area(&area.name, &area.rings)).collect(),
        lines: lines.chained(&arcs.topology).into_iter().filter_map(|line| drawn.line(line)).collect(),
        ..Basemap::default()
    };
    drawn.finish(&mut basemap);
    basemap
}

/// A line whose ends are led to the border of a country.
fn tied(line: Vec<Point>, country: &[Polygon]) -> Vec<Point> {
    let border: Vec<Point> = country.iter().flatten().flatten().copied().collect();
    let end = |place: Option<&Point>| place.and_then(|&place| nearest(place, &border)).map(|(point, _)| point);
    let (first, last) = (end(line.first()), end(line.last()));
    first.into_iter().chain(line).chain(last).collect()
}

/// Rings and lines in one list.
#[derive(Default)]
struct Paths(Vec<ArcPath>);

impl Paths {
    fn add(&mut self, lists: Vec<Vec<Point>>, closed: bool) -> Range<usize> {
        let start = self.0.len();
        self.0.extend(lists.into_iter().map(|points| ArcPath { points, closed }));
        start..self.0.len()
    }
}

/// The countries and their inner lines as arcs.
struct LandArcs<'a> {
    topology: Topology,
    codes: Vec<&'a str>,
    /// Paths of each country's rings.
    countries: Vec<Range<usize>>,
    /// Paths of inner lines by country.
    inner: BTreeMap<&'a str, Range<usize>>,
    sea: Inside,
}

impl LandArcs<'_> {
    /// The arcs of some paths.
    fn arcs(&self, paths: Range<usize>) -> BTreeSet<usize> {
        self.topology.paths[paths].iter().flatten().map(|&one| index(one).0).collect()
    }

    /// For each arc the countries that use it.
    fn users(&self) -> Vec<Vec<&str>> {
        let mut users = vec![Vec::new(); self.topology.arcs.len()];
        for (code, range) in self.codes.iter().zip(&self.countries) {
            for arc in self.arcs(range.clone()) {
                users[arc].push(*code);
            }
        }
        users
    }

    /// Cuts borders where they go to sea and where they become disputed.
    fn cut_borders(&mut self) {
        let users = self.users();
        let lines: BTreeSet<usize> = self.inner.values().flat_map(|range| self.arcs(range.clone())).collect();
        let mut cuts = Vec::with_capacity(users.len());
        for (number, arc) in self.topology.arcs.iter().enumerate() {
            let drawn = users[number].len() > 1 || lines.contains(&number);
            let property = |pair: &[Point]| {
                let users = &users[number];
                (self.at_sea(pair), stretch(users, pair).map(|one| one.name), is_aras(users, pair))
            };
            cuts.push(if drawn { changes(arc, property) } else { Vec::new() });
        }
        self.topology.refine(|number, _| std::mem::take(&mut cuts[number]));
    }

    /// Whether both ends of a segment are in the sea.
    fn at_sea(&self, pair: &[Point]) -> bool {
        pair.iter().all(|&point| self.sea.contains(point))
    }

    /// Whether an arc, after [`Self::cut_borders`], is on land.
    fn on_land(&self, arc: usize) -> bool {
        !self.at_sea(&self.topology.arcs[arc][..2])
    }

    /// Whether an arc is nowhere on land.
    fn on_water(&self, arc: usize) -> bool {
        self.at_sea(&self.topology.arcs[arc])
    }

    /// Land borders: arcs that two countries use, and those with which one of them goes its own way.
    fn borders(&self, lines: &mut Lines) {
        for (arc, users) in self.users().iter().enumerate() {
            let points = &self.topology.arcs[arc];
            if users.len() > 1 && self.on_land(arc) {
                let style = match stretch(users, &points[..2]) {
                    Some(stretch) => Style(LineKind::DisputedBorder, stretch.name),
                    None => Style(LineKind::Border, ""),
                };
                lines.add(style, [arc]);
                if is_aras(users, &points[..2]) {
                    lines.add(Style(LineKind::River, ARAS_NAME), [arc]);
                }
            } else if users.len() == 1 && self.is_open(points) {
                lines.add(Style(LineKind::DisputedBorder, ""), [arc]);
            }
        }
    }

    /// Whether an arc that only one country uses is a border all the same: on land, and more than a small difference.
    fn is_open(&self, arc: &[Point]) -> bool {
        let km: f64 = arc.windows(2).map(|pair| distance(pair[0], pair[1])).sum();
        km > OPEN_KM && !arc.iter().any(|&point| zone(point) == Zone::Margin || self.sea.contains(point))
    }

    /// The pieces into which a country is cut by its inner lines.
    fn faces(&self, code: &str) -> Vec<Vec<ArcUse>> {
        let Some(country) = self.codes.iter().position(|&found| found == code) else { return Vec::new() };
        let mut arcs = self.arcs(self.countries[country].clone());
        arcs.extend(self.inner.get(code).into_iter().flat_map(|range| self.arcs(range.clone())));
        faces(&self.topology, &arcs)
    }

    /// The arcs of a face that are inner lines of a country on land.
    fn inner_arcs(&self, code: &str, face: &[ArcUse]) -> BTreeSet<usize> {
        let inner = self.inner.get(code).map(|range| self.arcs(range.clone())).unwrap_or_default();
        face.iter().map(|&one| index(one).0).filter(|arc| inner.contains(arc) && self.on_land(*arc)).collect()
    }

    /// The provinces, and the lines between them and the rest of their country.
    fn provinces(&self, lines: &mut Lines) -> Vec<Area> {
        let mut provinces = Vec::new();
        let mut by_country: BTreeMap<&str, Vec<Vec<ArcUse>>> = BTreeMap::new();
        for (name, code, [lon, lat]) in PROVINCES {
            let faces = by_country.entry(code).or_insert_with(|| self.faces(code));
            if let Some(ring) = around(&self.topology, faces, point(lon, lat)) {
                lines.add(Style(LineKind::ProvinceBorder, ""), self.inner_arcs(code, &ring));
                provinces.push(Area { name: name.to_owned(), rings: vec![ring] });
            }
        }
        let (name, code, [lon, lat]) = NAKHCHIVAN;
        let rings = self.codes.iter().position(|&found| found == code).map(|at| self.countries[at].clone());
        let rings = &self.topology.paths[rings.unwrap_or_default()];
        if let Some(ring) = around(&self.topology, rings, point(lon, lat)) {
            provinces.push(Area { name: name.to_owned(), rings: vec![ring] });
        }
        provinces
    }

    /// Lines of claim and control inside Ukraine and Georgia.
    fn claims(&self, lines: &mut Lines) {
        let (crimea, regions) = (self.outline("UKR", &CRIMEA), self.outline("UKR", &CLAIMED));
        lines.add(Style(LineKind::DisputedBorder, CLAIMED_NAME), &regions - &crimea);
        lines.add(Style(LineKind::DisputedBorder, CRIMEA_NAME), crimea);
        lines.add(Style(LineKind::DisputedBorder, ABKHAZIA_NAME), self.outline("GEO", &[ABKHAZIA]));
    }

    /// The inner lines of a country between the regions round some towns and the rest of it.
    fn outline(&self, code: &str, towns: &[[f64; 2]]) -> BTreeSet<usize> {
        let faces = self.faces(code);
        let mut outline = BTreeSet::new();
        for [lon, lat] in towns {
            let ring = around(&self.topology, &faces, point(*lon, *lat)).unwrap_or_default();
            // A line between two of the regions cancels out.
            outline = &outline ^ &self.inner_arcs(code, &ring);
        }
        outline
    }
}

/// Whether a segment of the border between two countries is the river Aras.
fn is_aras(users: &[&str], pair: &[Point]) -> bool {
    let known = ARAS.iter().any(|countries| users.len() == 2 && countries.iter().all(|code| users.contains(code)));
    known && pair.iter().all(|&point| within(point, ARAS_WITHIN))
}

/// The disputed stretch to which a segment of the border between two countries belongs.
fn stretch(users: &[&str], pair: &[Point]) -> Option<&'static disputed::DisputedStretch> {
    let [a, b] = users[..] else { return None };
    let countries = if a < b { [a, b] } else { [b, a] };
    pair.iter().find_map(|&point| disputed::stretch(countries, point))
}
