//! Point symbols, drawn in pixels about (0, 0).

use super::Token;
use atlas_model::{Feature, Kind, Profile};

/// The sign of a point feature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Symbol {
    /// A filled dot: the capital of a state.
    Capital,
    /// A ring: a large town.
    Town,
    /// A small ring: a town.
    Place,
    /// A dot, for any point when there is no room for more.
    Dot,
    /// A ring with a dot: where a line ends that the atlas is about.
    Terminus,
    /// An anchor.
    Port,
    /// A barrier across a road.
    Crossing,
    /// A nuclear or other plant.
    Plant,
    /// An oil or gas field.
    Field,
    /// A military base.
    Base,
    /// Nothing is drawn but the name: a region or sea known by a point.
    Spot,
}

/// A piece of a symbol.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SymbolPart {
    /// Its outline.
    pub shape: PartShape,
    /// Filled with this colour.
    pub fill: Option<Token>,
    /// Stroked with this colour and width.
    pub stroke: Option<(Token, f64)>,
}

/// The outline of a piece of a symbol.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PartShape {
    /// A circle about x, y with a radius.
    Circle(f64, f64, f64),
    /// A closed polygon.
    Polygon(&'static [(f64, f64)]),
    /// An open line.
    Line(&'static [(f64, f64)]),
}

const fn disc(radius: f64, fill: Token, edge: Token, width: f64) -> SymbolPart {
    SymbolPart { shape: PartShape::Circle(0.0, 0.0, radius), fill: Some(fill), stroke: Some((edge, width)) }
}

const fn line(points: &'static [(f64, f64)], width: f64) -> SymbolPart {
    SymbolPart { shape: PartShape::Line(points), fill: None, stroke: Some((Token::Paper, width)) }
}

const CAPITAL: &[SymbolPart] = &[disc(4.2, Token::Ink, Token::Paper, 1.4)];
const TOWN: &[SymbolPart] = &[disc(4.0, Token::Paper, Token::Paper, 2.4), disc(3.1, Token::Paper, Token::Ink, 1.6)];
const PLACE: &[SymbolPart] = &[disc(3.0, Token::Paper, Token::Paper, 2.0), disc(2.3, Token::Paper, Token::Ink, 1.2)];
const DOT: &[SymbolPart] = &[disc(1.7, Token::Own, Token::Paper, 0.8)];
const TERMINUS: &[SymbolPart] = &[
    disc(5.6, Token::Paper, Token::Paper, 1.6),
    disc(4.6, Token::Paper, Token::Accent, 2.0),
    SymbolPart { shape: PartShape::Circle(0.0, 0.0, 1.9), fill: Some(Token::Accent), stroke: None },
];
const PORT: &[SymbolPart] = &[
    disc(5.8, Token::Own, Token::Paper, 1.4),
    SymbolPart { shape: PartShape::Circle(0.0, -2.9, 1.0), fill: None, stroke: Some((Token::Paper, 0.9)) },
    line(&[(0.0, -1.9), (0.0, 3.7)], 1.2),
    line(&[(-1.9, -0.7), (1.9, -0.7)], 1.0),
    line(&[(-3.3, 1.1), (-2.7, 2.5), (-1.5, 3.4), (0.0, 3.7), (1.5, 3.4), (2.7, 2.5), (3.3, 1.1)], 1.1),
];
const CROSSING: &[SymbolPart] = &[
    SymbolPart {
        shape: PartShape::Polygon(&[(-4.6, -4.6), (4.6, -4.6), (4.6, 4.6), (-4.6, 4.6)]),
        fill: Some(Token::Own),
        stroke: Some((Token::Paper, 1.4)),
    },
    line(&[(-2.6, -2.6), (-2.6, 2.6)], 1.2),
    line(&[(2.6, -2.6), (2.6, 2.6)], 1.2),
    line(&[(-2.6, 0.0), (2.6, 0.0)], 1.2),
];
const PLANT: &[SymbolPart] = &[
    disc(5.8, Token::Own, Token::Paper, 1.4),
    SymbolPart { shape: PartShape::Circle(0.0, 0.0, 1.2), fill: Some(Token::Paper), stroke: None },
    SymbolPart {
        shape: PartShape::Polygon(&[(1.1, -1.9), (2.2, -3.8), (0.0, -4.4), (-2.2, -3.8), (-1.1, -1.9), (0.0, -2.2)]),
        fill: Some(Token::Paper),
        stroke: None,
    },
    SymbolPart {
        shape: PartShape::Polygon(&[(1.1, 1.9), (2.2, 3.8), (3.8, 2.2), (4.4, 0.0), (2.2, 0.0), (1.9, 1.1)]),
        fill: Some(Token::Paper),
        stroke: None,
    },
    SymbolPart {
        shape: PartShape::Polygon(&[(-1.1, 1.9), (-2.2, 3.8), (-3.8, 2.2), (-4.4, 0.0), (-2.2, 0.0), (-1.9, 1.1)]),
        fill: Some(Token::Paper),
        stroke: None,
    },
];
const FIELD: &[SymbolPart] = &[
    disc(5.8, Token::Own, Token::Paper, 1.4),
    SymbolPart {
        shape: PartShape::Polygon(&[
            (0.0, -4.2),
            (1.3, -1.9),
            (2.3, 0.1),
            (2.5, 1.6),
            (1.7, 3.0),
            (0.0, 3.6),
            (-1.7, 3.0),
            (-2.5, 1.6),
            (-2.3, 0.1),
            (-1.3, -1.9),
        ]),
        fill: Some(Token::Paper),
        stroke: None,
    },
];
const BASE: &[SymbolPart] = &[SymbolPart {
    shape: PartShape::Polygon(&[
        (0.0, -6.2),
        (1.5, -2.0),
        (5.9, -1.9),
        (2.4, 0.8),
        (3.6, 5.0),
        (0.0, 2.5),
        (-3.6, 5.0),
        (-2.4, 0.8),
        (-5.9, -1.9),
        (-1.5, -2.0),
    ]),
    fill: Some(Token::Own),
    stroke: Some((Token::Paper, 1.4)),
}];

impl Symbol {
    /// All symbols that draw something.
    pub const ALL: [Symbol; 10] = [
        Symbol::Capital,
        Symbol::Town,
        Symbol::Place,
        Symbol::Dot,
        Symbol::Terminus,
        Symbol::Port,
        Symbol::Crossing,
        Symbol::Plant,
        Symbol::Field,
        Symbol::Base,
    ];

    /// The symbol of a point feature when there is room.
    pub fn of(feature: &Feature, profile: &Profile) -> Symbol {
        match feature.kind {
            _ if profile.termini.contains(&feature.id) => Symbol::Terminus,
            Kind::City if profile.capitals.contains(&feature.id) => Symbol::Capital,
            Kind::City if feature.rank <= 2 => Symbol::Town,
            Kind::City => Symbol::Place,
            Kind::Port => Symbol::Port,
            Kind::Crossing => Symbol::Crossing,
            Kind::Plant => Symbol::Plant,
            Kind::Field => Symbol::Field,
            Kind::Base => Symbol::Base,
            Kind::Province
            | Kind::Region
            | Kind::DisputedRegion
            | Kind::Sea
            | Kind::Strait
            | Kind::State
            | Kind::Bloc => Symbol::Spot,
            _ => Symbol::Place,
        }
    }

    /// Its id in the SVG.
    pub fn id(self) -> &'static str {
        match self {
            Symbol::Capital => "capital",
            Symbol::Town => "town",
            Symbol::Place => "place",
            Symbol::Dot => "dot",
            Symbol::Terminus => "terminus",
            Symbol::Port => "port",
            Symbol::Crossing => "crossing",
            Symbol::Plant => "plant",
            Symbol::Field => "field",
            Symbol::Base => "base",
            Symbol::Spot => "spot",
        }
    }

    /// Its pieces from the bottom up.
    pub fn parts(self) -> &'static [SymbolPart] {
        match self {
            Symbol::Capital => CAPITAL,
            Symbol::Town => TOWN,
            Symbol::Place => PLACE,
            Symbol::Dot => DOT,
            Symbol::Terminus => TERMINUS,
            Symbol::Port => PORT,
            Symbol::Crossing => CROSSING,
            Symbol::Plant => PLANT,
            Symbol::Field => FIELD,
            Symbol::Base => BASE,
            Symbol::Spot => &[],
        }
    }

    /// Radius of the circle that holds it, px; for a spot the reach of a click.
    pub fn radius(self) -> f64 {
        match self {
            Symbol::Capital => 4.6,
            Symbol::Town => 4.0,
            Symbol::Place => 3.0,
            Symbol::Dot => 2.0,
            Symbol::Terminus => 6.0,
            Symbol::Port | Symbol::Plant | Symbol::Field => 6.2,
            Symbol::Crossing => 5.4,
            Symbol::Base => 6.0,
            Symbol::Spot => 14.0,
        }
    }
}
