//! A name: on the plane, on the screen, and left out.

use super::lettering::Lettering;
use crate::geometry::{Coord, Curve, Rect};
use crate::scene::{Emphasis, Token};

/// On which side of its position a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// To the right of it.
    Left,
    /// About it.
    Middle,
    /// To the left of it.
    Right,
}

/// A name with its place on the world plane and around it.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedLabel {
    /// Position of the feature in [`MapData::map_features`](crate::scene::MapData::map_features); `None` for a name of the ground.
    pub map_feature: Option<usize>,
    /// The text, line by line.
    pub lines: Vec<String>,
    /// Style.
    pub lettering: Lettering,
    /// Colour.
    pub token: Token,
    /// The text runs from right to left.
    pub rtl: bool,
    /// Space between letters, em.
    pub spacing: f64,
    /// Where it belongs, km.
    pub anchor: Coord,
    /// From there to the middle of the block (or of its edge), nominal px.
    pub offset: Coord,
    /// On which side of that it is written.
    pub align: Align,
    /// Slope, degrees clockwise.
    pub angle: f64,
    /// Middle line of letters that are bent, nominal px from the anchor.
    pub bend: Option<Curve>,
    /// Ends of the line from the symbol to a name that stands apart, nominal px from the anchor.
    pub leader: Option<[Coord; 2]>,
    /// What it covers, nominal px from the anchor.
    pub boxes: Vec<Rect>,
}

/// A name on the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Position of the feature in [`MapData::map_features`](crate::scene::MapData::map_features); `None` for a name of the ground.
    pub map_feature: Option<usize>,
    /// The text, line by line.
    pub lines: Vec<String>,
    /// Style.
    pub lettering: Lettering,
    /// Colour.
    pub token: Token,
    /// The text runs from right to left.
    pub rtl: bool,
    /// Space between letters, em.
    pub spacing: f64,
    /// Where it belongs, km: tells it from all others.
    pub anchor: Coord,
    /// Middle of the block (or of its edge), px.
    pub at: Coord,
    /// On which side of that it is written.
    pub align: Align,
    /// Slope, degrees clockwise.
    pub angle: f64,
    /// Middle line of letters that are bent, px.
    pub bend: Option<Curve>,
    /// Ends of the line from the symbol to a name that stands apart, px.
    pub leader: Option<[Coord; 2]>,
    /// Pixels for each nominal pixel.
    pub unit: f64,
    /// What it covers, px.
    pub boxes: Vec<Rect>,
    /// Whether its feature stands out.
    pub emphasis: Emphasis,
}

impl Label {
    /// Size of the letters, px.
    pub fn size(&self) -> f64 {
        self.lettering.letters().size * self.unit
    }

    /// The lines with the vertical distance of each baseline from `at`, px, before the slope.
    pub fn baselines(&self) -> impl Iterator<Item = (f64, &str)> {
        let size = self.size();
        let middle = (self.lines.len() as f64 - 1.0) / 2.0;
        let lines = self.lines.iter().enumerate();
        lines.map(move |(at, line)| ((at as f64 - middle) * size * LINE_HEIGHT + size * MID_LETTER, line.as_str()))
    }

    /// True when an edge of the screen cuts through it.
    pub fn is_cut(&self, screen: &Rect) -> bool {
        let inside = |one: &Rect| screen.covers(one);
        self.boxes.iter().any(|one| one.intersects(screen)) && !self.boxes.iter().all(inside)
    }

    /// Under bent letters the curve that their baseline follows, px.
    pub fn baseline_curve(&self) -> Option<Curve> {
        self.bend.map(|curve| curve.beside(self.size() * MID_LETTER))
    }
}

/// A name that is left out where it would be cut.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CutName {
    /// Where it belongs, km: tells it from all others.
    pub anchor: Coord,
    /// What it would cover with its halo, km.
    pub extent: Rect,
}

/// Width of the halo of a name, em.
pub const HALO: f64 = 0.26;

/// Distance of baselines, em.
pub(in crate::scene) const LINE_HEIGHT: f64 = 1.14;
/// From the baseline up to the middle of a letter, em.
const MID_LETTER: f64 = 0.35;
