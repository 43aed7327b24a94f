//! Reading a GeoJSON geometry, with the place in the file of every position.

use super::super::node::{Node, Value};
use super::super::problem::Rule;
use super::super::reading::Reading;
use super::super::table::{Field, Table};
use super::words::one_of;
use geo_types::{Coord, Geometry, LineString, MultiLineString, MultiPoint, MultiPolygon, Point, Polygon};

const TYPES: &[&str] = &["Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon"];

/// Positions in a row, each with the node it was read from.
pub(crate) struct Path<'n> {
    pub points: Vec<Coord<f64>>,
    pub nodes: Vec<&'n Node>,
    /// Where the row begins in the file.
    pub at: usize,
}

/// A geometry before it has been checked.
pub(crate) enum Outline<'n> {
    Points(Vec<Path<'n>>),
    Lines(Vec<Path<'n>>),
    /// Polygons, each an outer ring and its holes.
    Areas(Vec<Vec<Path<'n>>>),
}

/// Reads a geometry that is not `null`; `None` when it is malformed, which is reported.
pub(super) fn outline<'n>(field: Field<'n>, reading: &mut Reading) -> Option<(Outline<'n>, &'static str)> {
    let mut table = Table::open(field, reading)?;
    let sort = table.need("type", reading, |field, reading| one_of(field, TYPES, reading));
    let coordinates = table.demand("coordinates", reading);
    table.close(reading);
    let (sort, coordinates) = (sort?, coordinates?.node);
    let mut shape = Shape { reading, sort };
    let outline = match sort {
        "Point" => {
            shape.row(std::slice::from_ref(coordinates), coordinates.at).map(|point| Outline::Points(vec![point]))
        }
        "MultiPoint" => shape.path(coordinates).map(|points| Outline::Points(vec![points])),
        "LineString" => shape.path(coordinates).map(|line| Outline::Lines(vec![line])),
        "MultiLineString" => shape.paths(coordinates).map(Outline::Lines),
        "Polygon" => shape.paths(coordinates).map(|rings| Outline::Areas(vec![rings])),
        _ => shape.areas(coordinates).map(Outline::Areas),
    };
    Some((outline?, sort))
}

/// Reads the coordinates of one sort of geometry.
struct Shape<'r> {
    reading: &'r mut Reading,
    sort: &'static str,
}

impl Shape<'_> {
    fn areas<'n>(&mut self, node: &'n Node) -> Option<Vec<Vec<Path<'n>>>> {
        let areas: Vec<_> = self.list(node)?.iter().map(|area| self.paths(area)).collect();
        areas.into_iter().collect()
    }

    fn paths<'n>(&mut self, node: &'n Node) -> Option<Vec<Path<'n>>> {
        let paths: Vec<_> = self.list(node)?.iter().map(|path| self.path(path)).collect();
        paths.into_iter().collect()
    }

    fn path<'n>(&mut self, node: &'n Node) -> Option<Path<'n>> {
        let positions = self.list(node)?;
        self.row(positions, node.at)
    }

    fn row<'n>(&mut self, nodes: &'n [Node], at: usize) -> Option<Path<'n>> {
        let points: Vec<_> = nodes.iter().map(|node| self.position(node)).collect();
        let points = points.into_iter().collect::<Option<Vec<_>>>()?;
        Some(Path { points, nodes: nodes.iter().collect(), at })
    }

    fn position(&mut self, node: &Node) -> Option<Coord<f64>> {
        let numbers = match &node.value {
            Value::List(numbers) => numbers.as_slice(),
            _ => &[],
        };
        match numbers.iter().map(Node::as_number).collect::<Vec<_>>()[..] {
            [Some(x), Some(y)] if x.is_finite() && y.is_finite() => Some(Coord { x, y }),
            _ => {
                let remedy = "Write two numbers, longitude and latitude, and no height.";
                self.misshapen(node, "something that is not a position", remedy);
                None
            }
        }
    }

    fn list<'n>(&mut self, node: &'n Node) -> Option<&'n [Node]> {
        match node.as_list() {
            Some([]) => self.misshapen(node, "an empty list", "Give it positions, or write null as the geometry."),
            Some(items) => return Some(items),
            None => self.misshapen(node, node.type_name(), "Nest the lists as RFC 7946 has it for this type."),
        }
        None
    }

    fn misshapen(&mut self, node: &Node, found: &str, remedy: &str) {
        let message = format!("The {} of {} holds {found} here.", self.sort, self.reading.subject);
        self.reading.report(node.at, Rule::BadGeometry, message, remedy);
    }
}

impl Outline<'_> {
    /// Every row of positions.
    pub fn paths(&self) -> Vec<&Path<'_>> {
        match self {
            Outline::Points(paths) | Outline::Lines(paths) => paths.iter().collect(),
            Outline::Areas(areas) => areas.iter().flatten().collect(),
        }
    }

    /// The geometry, of the type that GeoJSON calls `sort`.
    pub fn geometry(&self, sort: &str) -> Geometry<f64> {
        match self {
            Outline::Points(paths) => {
                let mut points: Vec<Point> =
                    paths.iter().flat_map(|path| path.points.iter().copied().map(Point)).collect();
                match points.pop() {
                    Some(only) if sort == "Point" => only.into(),
                    last => MultiPoint(points.into_iter().chain(last).collect()).into(),
                }
            }
            Outline::Lines(paths) => {
                let mut lines: Vec<LineString> = paths.iter().map(Path::line).collect();
                match lines.pop() {
                    Some(only) if sort == "LineString" => only.into(),
                    last => MultiLineString(lines.into_iter().chain(last).collect()).into(),
                }
            }
            Outline::Areas(areas) => {
                let mut polygons: Vec<Polygon> = areas.iter().map(|rings| polygon(rings)).collect();
                match polygons.pop() {
                    Some(only) if sort == "Polygon" => only.into(),
                    last => MultiPolygon(polygons.into_iter().chain(last).collect()).into(),
                }
            }
        }
    }
}

impl Path<'_> {
    /// The positions as a line.
    pub fn line(&self) -> LineString<f64> {
        LineString(self.points.clone())
    }
}

/// The polygon of an outer ring and its holes.
pub(crate) fn polygon(rings: &[Path<'_>]) -> Polygon<f64> {
    let mut lines = rings.iter().map(Path::line);
    let outer = lines.next().unwrap_or_else(|| LineString(Vec::new()));
    Polygon::new(outer, lines.collect())
}
