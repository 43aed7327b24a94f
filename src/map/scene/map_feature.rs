//! A feature on the world plane.

use super::{BaseArea, BaseLayer, FeatureSummary, Stroke, Symbol, Token, style};
use crate::geometry::{Coord, Piece, Polyline, Projection, Rect, Ring};
use atlas_model::{Feature, Kind, Profile, Text};
use geo_types::{Geometry, LineString, Polygon};

/// What a feature is to a pointer, most eager first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// A place.
    Point,
    /// A course.
    Line,
    /// A province, a sea.
    Area,
    /// A state.
    State,
    /// A region or union made of states.
    Wide,
}

/// An area of a feature; one taken from the basemap can be shared by several.
#[derive(Clone, Debug)]
pub struct FeatureArea {
    /// Reference in the basemap, `country:FRA`; empty for a geometry of its own.
    pub key: String,
    /// The area.
    pub area: BaseArea,
}

/// A feature on the world plane, with what is needed to draw it.
#[derive(Clone, Debug)]
pub struct MapFeature {
    /// Id of the feature.
    pub id: String,
    /// Sort of thing.
    pub kind: Kind,
    /// Place of its layer in the reading order.
    pub layer: u8,
    /// A party to the treaty.
    pub is_party: bool,
    /// How soon its name appears, 1 to 5.
    pub rank: u8,
    /// Full name.
    pub name: Text,
    /// Name on the map.
    pub label: Text,
    /// Colour.
    pub token: Token,
    /// What it is to a pointer.
    pub class: Class,
    /// Places, km.
    pub points: Vec<Coord>,
    /// Symbol at each of them.
    pub symbol: Symbol,
    /// Courses.
    pub lines: Vec<Ring>,
    /// Strokes of the courses from the casing up.
    pub strokes: &'static [Stroke],
    /// How far the courses are drawn to the right of where they are, px: a pipeline beside a railway.
    pub offset: f64,
    /// Areas.
    pub areas: Vec<FeatureArea>,
    /// A good place for the name in the largest area.
    pub pole: Option<Coord>,
    /// The smallest rectangle around everything, km.
    pub bounds: Rect,
    /// Step of zoom from which there is room for it.
    pub from_step: i8,
}

impl MapFeature {
    /// Projects a feature, adding its lines to the pool.
    pub fn new(
        feature: &Feature,
        geometry: Option<&Geometry<f64>>,
        outline: FeatureSummary,
        ground: &BaseLayer,
        profile: &Profile,
        pool: &mut Vec<Polyline>,
    ) -> MapFeature {
        let mut shape = ProjectedGeometry::default();
        if let Some(geometry) = geometry {
            shape.add(geometry, pool);
        }
        let named = feature.basemap.iter().filter_map(|reference| {
            Some(FeatureArea { key: reference.0.clone(), area: ground.area(&reference.0)?.clone() })
        });
        shape.areas.extend(named);
        let ProjectedGeometry { points, lines, areas } = shape;
        MapFeature {
            id: feature.id.clone(),
            kind: feature.kind,
            layer: style::layer(feature, profile),
            is_party: profile.parties.contains(&feature.id),
            rank: feature.rank,
            name: feature.name.clone(),
            label: without_brackets(feature.map_name()),
            token: style::token(feature, profile),
            class: class(feature.kind, !lines.is_empty(), !areas.is_empty()),
            symbol: Symbol::of(feature, profile),
            strokes: style::strokes(feature, profile, None),
            points,
            lines,
            offset: outline.offset(),
            areas,
            pole: outline.pole(),
            bounds: outline.bounds(),
            from_step: outline.from_step(),
        }
    }

    /// Takes on finer lines and areas of its own; the pool forgets the ones they replace.
    pub(super) fn reshape(&mut self, geometry: &Geometry<f64>, pool: &mut Vec<Polyline>) {
        let own = self.areas.extract_if(.., |part| part.key.is_empty()).flat_map(|part| part.area.rings);
        for piece in self.lines.drain(..).chain(own).flat_map(|ring| ring.pieces) {
            if let Some(line) = pool.get_mut(piece.line as usize) {
                *line = Polyline::new(Vec::new());
            }
        }
        let mut shape = ProjectedGeometry::default();
        shape.add(geometry, pool);
        self.lines = shape.lines;
        self.areas.extend(shape.areas);
    }

    /// True when there is something of it on the map.
    pub fn is_drawn(&self) -> bool {
        !self.bounds.is_empty()
    }

    /// Rough size of its areas, km².
    pub fn size(&self) -> f64 {
        self.areas.iter().map(|part| part.area.size).sum()
    }
}

/// A name for the map without what stands in brackets to tell namesakes apart: the map shows where.
fn without_brackets(name: &Text) -> Text {
    let mut short = name.clone();
    for lang in name.langs() {
        if let Some((text, _)) = name.own(lang).and_then(|text| text.split_once('(')) {
            short.set(lang, text.trim_end_matches(' '));
        }
    }
    short
}

fn class(kind: Kind, has_lines: bool, has_areas: bool) -> Class {
    match kind {
        Kind::Region | Kind::Bloc if has_areas => Class::Wide,
        Kind::State => Class::State,
        _ if has_areas => Class::Area,
        _ if has_lines => Class::Line,
        Kind::Sea | Kind::Strait | Kind::Province | Kind::Region | Kind::DisputedRegion | Kind::Bloc => Class::Area,
        _ => Class::Point,
    }
}

#[derive(Default)]
struct ProjectedGeometry {
    points: Vec<Coord>,
    lines: Vec<Ring>,
    areas: Vec<FeatureArea>,
}

impl ProjectedGeometry {
    fn add(&mut self, geometry: &Geometry<f64>, pool: &mut Vec<Polyline>) {
        match geometry {
            Geometry::Point(point) => self.points.extend(place(point.0)),
            Geometry::MultiPoint(points) => self.points.extend(points.iter().filter_map(|point| place(point.0))),
            Geometry::Line(line) => self.add_line(&LineString(vec![line.start, line.end]), pool),
            Geometry::LineString(line) => self.add_line(line, pool),
            Geometry::MultiLineString(lines) => lines.iter().for_each(|line| self.add_line(line, pool)),
            Geometry::Polygon(polygon) => self.add_areas(std::slice::from_ref(polygon), pool),
            Geometry::MultiPolygon(polygons) => self.add_areas(&polygons.0, pool),
            Geometry::GeometryCollection(all) => all.iter().for_each(|one| self.add(one, pool)),
            Geometry::Rect(rect) => self.add_areas(&[rect.to_polygon()], pool),
            Geometry::Triangle(triangle) => self.add_areas(&[triangle.to_polygon()], pool),
        }
    }

    fn add_line(&mut self, line: &LineString<f64>, pool: &mut Vec<Polyline>) {
        self.lines.extend(course(line, pool));
    }

    fn add_areas(&mut self, polygons: &[Polygon<f64>], pool: &mut Vec<Polyline>) {
        let rings: Vec<Ring> = polygons
            .iter()
            .flat_map(|polygon| std::iter::once(polygon.exterior()).chain(polygon.interiors()))
            .filter_map(|ring| course(ring, pool))
            .collect();
        self.areas.push(FeatureArea { key: String::new(), area: BaseArea::new(rings, pool) });
    }
}

/// A longitude and latitude on the world plane; `None` when they are not numbers.
fn place(point: geo_types::Coord<f64>) -> Option<Coord> {
    let place = Projection::project(point.x, point.y);
    (place.x.is_finite() && place.y.is_finite()).then_some(place)
}

fn course(line: &LineString<f64>, pool: &mut Vec<Polyline>) -> Option<Ring> {
    let points: Vec<Coord> = line.0.iter().filter_map(|point| place(*point)).collect();
    if points.len() < 2 {
        return None;
    }
    let at = u32::try_from(pool.len()).ok()?;
    pool.push(Polyline::new(points));
    Some(Ring::new(vec![Piece { line: at, reversed: false }], pool))
}
