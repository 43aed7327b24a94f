//! The coordinates of a feature with the place in the file of every position, for the rules about geometry.

use crate::node::{Node, Value};
use geo_types::{Coord, LineString, Polygon};

/// Positions in a row, each with the node it was read from.
pub(super) struct PositionRow<'n> {
    pub points: Vec<Coord<f64>>,
    pub nodes: Vec<&'n Node>,
    /// Where the row begins in the file.
    pub at: usize,
}

/// The coordinates of a geometry.
pub(super) enum Drawing<'n> {
    Points(Vec<PositionRow<'n>>),
    Lines(Vec<PositionRow<'n>>),
    /// Polygons, each an outer ring and its holes.
    Areas(Vec<Vec<PositionRow<'n>>>),
}

/// A node that is not what the type of its geometry asks for there.
pub(super) enum Misplaced<'n> {
    /// Not a position.
    Position(&'n Node),
    /// Not a list.
    List(&'n Node),
    /// A list of nothing.
    Empty(&'n Node),
}

impl<'n> Drawing<'n> {
    /// The coordinates of a geometry of a type of GeoJSON.
    ///
    /// # Errors
    ///
    /// Every node that lies where the type wants something else.
    pub(super) fn new(sort: &str, coordinates: &'n Node) -> Result<Drawing<'n>, Vec<Misplaced<'n>>> {
        match sort {
            "Point" => Ok(Drawing::Points(vec![row(std::slice::from_ref(coordinates), coordinates.at)?])),
            "MultiPoint" => Ok(Drawing::Points(vec![path(coordinates)?])),
            "LineString" => Ok(Drawing::Lines(vec![path(coordinates)?])),
            "MultiLineString" => Ok(Drawing::Lines(each(coordinates, path)?)),
            "Polygon" => Ok(Drawing::Areas(vec![each(coordinates, path)?])),
            _ => Ok(Drawing::Areas(each(coordinates, |area| each(area, path))?)),
        }
    }

    /// Every row of positions.
    pub(super) fn paths(&self) -> Vec<&PositionRow<'n>> {
        match self {
            Drawing::Points(paths) | Drawing::Lines(paths) => paths.iter().collect(),
            Drawing::Areas(areas) => areas.iter().flatten().collect(),
        }
    }
}

impl PositionRow<'_> {
    /// The positions as a line.
    pub(super) fn line(&self) -> LineString<f64> {
        LineString(self.points.clone())
    }
}

/// The polygon of an outer ring and its holes.
pub(super) fn polygon(rings: &[PositionRow<'_>]) -> Polygon<f64> {
    let mut lines = rings.iter().map(PositionRow::line);
    let outer = lines.next().unwrap_or_else(|| LineString(Vec::new()));
    Polygon::new(outer, lines.collect())
}

fn path(node: &Node) -> Result<PositionRow<'_>, Vec<Misplaced<'_>>> {
    row(list(node)?, node.at)
}

fn row(nodes: &[Node], at: usize) -> Result<PositionRow<'_>, Vec<Misplaced<'_>>> {
    let points = gather(nodes, |node| position(node).ok_or_else(|| vec![Misplaced::Position(node)]))?;
    Ok(PositionRow { points, nodes: nodes.iter().collect(), at })
}

/// Longitude and latitude, and no height.
fn position(node: &Node) -> Option<Coord<f64>> {
    let Value::List(numbers) = &node.value else { return None };
    let [x, y] = numbers.as_slice() else { return None };
    let finite = |node: &Node| node.as_number().filter(|number| number.is_finite());
    Some(Coord { x: finite(x)?, y: finite(y)? })
}

fn each<'n, T>(
    node: &'n Node,
    read: impl Fn(&'n Node) -> Result<T, Vec<Misplaced<'n>>>,
) -> Result<Vec<T>, Vec<Misplaced<'n>>> {
    gather(list(node)?, read)
}

/// What all nodes hold, or all that is misplaced in them.
fn gather<'n, T>(
    nodes: &'n [Node],
    read: impl Fn(&'n Node) -> Result<T, Vec<Misplaced<'n>>>,
) -> Result<Vec<T>, Vec<Misplaced<'n>>> {
    let (mut found, mut misplaced) = (Vec::with_capacity(nodes.len()), Vec::new());
    for node in nodes {
        match read(node) {
            Ok(one) => found.push(one),
            Err(more) => misplaced.extend(more),
        }
    }
    if misplaced.is_empty() { Ok(found) } else { Err(misplaced) }
}

fn list(node: &Node) -> Result<&[Node], Vec<Misplaced<'_>>> {
    match node.as_list() {
        Some([]) => Err(vec![Misplaced::Empty(node)]),
        Some(items) => Ok(items),
        None => Err(vec![Misplaced::List(node)]),
    }
}
