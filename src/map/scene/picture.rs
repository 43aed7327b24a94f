//! What a picture consists of, whoever paints it.

use super::{Emphasis, Fill, Label, Stroke, Symbol, Token};
use crate::geometry::{Camera, Coord, Cut, TracedPath};

/// How a picture is to be cut.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Detail {
    /// What of it is seen, and how finely it is drawn.
    pub cut: Cut,
    /// Areas are included that are not seen but can be clicked.
    pub clickable: bool,
}

impl Detail {
    /// For a screen: just beyond its edges, and finer than can be seen.
    pub fn screen(camera: &Camera) -> Detail {
        Detail { cut: Cut::even(camera.screen().grown(24.0), 0.6), clickable: false }
    }
}

/// How a path is painted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Paint {
    /// Filled by the even-odd rule.
    Fill(Fill),
    /// Strokes from the bottom up.
    Strokes(&'static [Stroke]),
    /// Strokes that stay inside the path itself: the water lines along a coast.
    Inside(&'static [Stroke]),
}

/// A part of the picture.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A path, painted in turn in each of these ways. `key` names areas of the basemap that several marks share.
    Path {
        /// The path, px.
        path: TracedPath,
        /// How it is painted, from the bottom up.
        paints: Vec<Paint>,
        /// Reference of a shared area, else empty.
        key: String,
    },
    /// A symbol.
    Symbol {
        /// Its middle, px.
        at: Coord,
        /// Which.
        symbol: Symbol,
        /// Pixels for each nominal pixel.
        unit: f64,
    },
}

/// Marks that belong together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Group {
    /// Position of the feature in `MapData::map_features`; `None` for the ground.
    pub map_feature: Option<usize>,
    /// Colour of [`Token::Own`].
    pub token: Option<Token>,
    /// Whether it stands out.
    pub emphasis: Emphasis,
    /// Under the pointer.
    pub hovered: bool,
    /// Has the keyboard focus.
    pub focused: bool,
    /// From the bottom up.
    pub marks: Vec<Mark>,
}

/// A disc or ring about a symbol that stands out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Halo {
    /// Radius, nominal px.
    pub radius: f64,
    /// Width of the ring, nominal px; 0 for a disc.
    pub width: f64,
    /// Colour.
    pub token: Token,
    /// Opacity of the disc.
    pub opacity: f64,
    /// Its class in the SVG.
    pub class: &'static str,
}

impl Group {
    /// True when it fades behind the selection. Areas never do: they are the ground of what is selected.
    pub fn recedes(&self) -> bool {
        let area = |mark: &Mark| matches!(mark, Mark::Path { paints, .. } if paints.iter().any(|paint| matches!(paint, Paint::Fill(_))));
        let highlighted = self.hovered || self.focused;
        self.emphasis == Emphasis::Receding && !highlighted && !self.marks.iter().any(area)
    }

    /// What is drawn under its symbol to make it stand out.
    pub fn halos(&self, symbol: Symbol) -> Vec<Halo> {
        let radius = symbol.radius().min(7.0);
        let disc = |more: f64, opacity: f64, class| Halo {
            radius: radius + more,
            width: 0.0,
            token: Token::Own,
            opacity,
            class,
        };
        let mut halos = Vec::new();
        if self.focused {
            halos.push(Halo { radius: radius + 5.0, width: 2.5, token: Token::Focus, opacity: 1.0, class: "hf" });
        }
        match self.emphasis {
            Emphasis::Selected => halos.push(disc(6.0, 0.30, "h3")),
            Emphasis::Related => halos.push(disc(4.0, 0.22, "h2")),
            _ if self.hovered => halos.push(disc(4.0, 0.24, "h1")),
            _ => {}
        }
        halos
    }
}

/// Opacity of what recedes behind a selection.
pub const RECEDING: f64 = 0.5;

/// Everything a camera sees, from the bottom up. Positions in screen pixels.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// Areas, ground, lines, points.
    pub groups: Vec<Group>,
    /// Names, the most important first.
    pub labels: Vec<Label>,
}
