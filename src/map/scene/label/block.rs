//! A name set in its style, and the places it could take.

use super::capitals::capitals;
use super::types::LINE_HEIGHT;
use super::{Align, Lettering, advance};
use crate::geometry::maths::{atan2, sin_cos};
use crate::geometry::{Coord, Curve, Rect, coord, distance};
use crate::scene::Token;
use atlas_model::Lang;

/// A name that wants a place.
pub(super) struct Item {
    /// Position of the feature in `MapData::map_features`; `None` for a name of the ground.
    pub map_feature: Option<usize>,
    pub block: Block,
    pub lettering: Lettering,
    pub token: Token,
    /// Smaller is placed earlier.
    pub priority: f64,
    pub positions: Vec<Candidate>,
    /// One of all positions is taken, wherever they are; else one at each anchor.
    pub once: bool,
    /// What it must stand on.
    pub ground: Support,
}

/// What a name must stand on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Support {
    /// Anything.
    Any,
    /// The areas of its feature.
    Own,
    /// The state of this code.
    State(String),
}

/// A place that a name could take.
#[derive(Clone, Copy)]
pub(super) struct Candidate {
    /// Where the name belongs, km.
    pub anchor: Coord,
    pub site: Placement,
    /// Space between letters, em.
    pub spacing: f64,
    /// Smaller is better.
    pub cost: f64,
}

/// Where a text stands. Lengths in nominal px from the anchor.
#[derive(Clone, Copy)]
pub(super) enum Placement {
    /// Upright: the middle of the block, or of its edge; ends of a line that leads there from the symbol.
    Upright { offset: Coord, align: Align, leader: Option<[Coord; 2]> },
    /// Along the part of a curve between two shares of its parameter, this far to the right of it; never bent where it
    /// has to be `straight`.
    Along { curve: Curve, part: (f64, f64), beside: f64, straight: bool },
}

/// How a text is written at its site. Lengths in nominal px from the anchor.
#[derive(Clone, Copy)]
pub(super) struct LabelLayout {
    /// The middle of the block, or of its edge.
    pub offset: Coord,
    pub align: Align,
    /// Slope, degrees clockwise.
    pub angle: f64,
    /// The middle line of letters that are bent.
    pub bend: Option<Curve>,
    /// Ends of a line that leads from the symbol to the name.
    pub leader: Option<[Coord; 2]>,
}

/// Text set in a style, and its size.
#[derive(Clone)]
pub(super) struct Block {
    pub lines: Vec<String>,
    /// Width with the usual space between letters, nominal px.
    pub width: f64,
    pub height: f64,
    pub rtl: bool,
    /// The usual space between letters, em.
    pub spacing: f64,
    size: f64,
    letters: f64,
}

/// Side of the boxes that keep other names off a leader, nominal px.
const LEADER: f64 = 4.0;
/// The path under bent letters is this much longer than they are reckoned, for fonts that are wider.
pub(super) const SPARE: f64 = 1.3;
/// Letters bent less than this, nominal px, are as well written straight.
const STRAIGHT: f64 = 1.2;

impl Block {
    /// Sets a text; one longer than `most` letters is broken into two lines.
    pub(super) fn new(text: &str, lang: Lang, lettering: Lettering, most: usize) -> Block {
        let style = lettering.letters();
        let rtl = advance::is_joined(text);
        let text = if style.capitals && !rtl { capitals(text, lang) } else { text.to_owned() };
        let lines = broken(text, most);
        let spacing = if rtl { 0.0 } else { style.spacing };
        let widest = lines.iter().map(|line| advance::width(line, style.bold, spacing)).fold(0.0, f64::max);
        let letters = lines.iter().map(|line| line.chars().count()).max().unwrap_or(0) as f64;
        let height = (lines.len() as f64 - 1.0) * LINE_HEIGHT + 1.12;
        let size = style.size;
        Block { lines, width: widest * size, height: height * size, rtl, spacing, size, letters }
    }

    /// Width with another space between letters, nominal px.
    pub(super) fn width_at(&self, spacing: f64) -> f64 {
        self.width + (spacing - self.spacing) * self.letters * self.size
    }

    /// The space between letters, em, at which the text is `width` nominal px wide: never less than usual, at most
    /// `most`. Joined letters keep together.
    pub(super) fn spacing_for(&self, width: f64, most: f64) -> f64 {
        if self.rtl || self.letters == 0.0 {
            return self.spacing;
        }
        (self.spacing + (width - self.width) / (self.letters * self.size)).min(most).max(self.spacing)
    }

    /// Tells `covered` what the text covers, piece by piece, with some space between letters.
    pub(super) fn cover(&self, spacing: f64, setting: &LabelLayout, covered: &mut dyn FnMut(Rect)) {
        let width = self.width_at(spacing);
        let LabelLayout { offset, align, angle, bend, .. } = *setting;
        if let Some(curve) = bend {
            let ruler = curve.ruler();
            let start = (ruler.length() - width) / 2.0;
            let piece = |along: f64| {
                let t = ruler.parameter(start + along);
                (curve.at(t), curve.direction(t))
            };
            return self.pieces(width, piece, covered);
        }
        if angle != 0.0 {
            let (sin, cos) = sin_cos(angle.to_radians());
            let piece = |along: f64| {
                let along = along - width / 2.0;
                (coord(offset.x + along * cos, offset.y + along * sin), coord(cos, sin))
            };
            return self.pieces(width, piece, covered);
        }
        let left = match align {
            Align::Left => offset.x,
            Align::Middle => offset.x - width / 2.0,
            Align::Right => offset.x - width,
        };
        covered(Rect::new(left, offset.y - self.height / 2.0, left + width, offset.y + self.height / 2.0));
    }

    /// Upright rectangles around the pieces of a sloping or bent text. `place` gives middle and direction at a length.
    fn pieces(&self, width: f64, place: impl Fn(f64) -> (Coord, Coord), covered: &mut dyn FnMut(Rect)) {
        let count = (width / (self.height * 0.7)).ceil().max(1.0);
        let step = width / count;
        for at in 0..count as usize {
            let (middle, direction) = place((at as f64 + 0.5) * step);
            let (sin, cos) = (direction.y.abs(), direction.x.abs());
            covered(Rect::about(middle, step * cos + self.height * sin, step * sin + self.height * cos));
        }
    }
}

impl Candidate {
    /// A text written upright, with the usual space between letters.
    pub(super) fn upright(anchor: Coord, offset: Coord, align: Align, block: &Block, cost: f64) -> Candidate {
        Candidate { anchor, site: Placement::Upright { offset, align, leader: None }, spacing: block.spacing, cost }
    }
}

impl Placement {
    /// How a text is written here. Joined letters are never bent.
    pub(super) fn setting(&self, rtl: bool) -> LabelLayout {
        match *self {
            Placement::Upright { offset, align, leader } => {
                LabelLayout { offset, align, angle: 0.0, bend: None, leader }
            }
            Placement::Along { curve, part: (from, to), beside, straight } => {
                LabelLayout::along(curve.part(from, to).beside(beside), straight || rtl)
            }
        }
    }

    /// True for a name at the end of a line.
    pub(super) fn is_led(&self) -> bool {
        matches!(self, Placement::Upright { leader: Some(_), .. })
    }
}

impl LabelLayout {
    /// Letters along a curve: bent where that can be seen and may be, else straight.
    fn along(curve: Curve, straight: bool) -> LabelLayout {
        let middle = curve.at(0.5);
        let chord = coord((curve.from.x + curve.to.x) / 2.0, (curve.from.y + curve.to.y) / 2.0);
        let sagitta = distance(middle, chord) / (SPARE * SPARE);
        let (align, leader) = (Align::Middle, None);
        if !straight && sagitta > STRAIGHT {
            return LabelLayout { offset: middle, align, angle: 0.0, bend: Some(curve), leader };
        }
        // A straight text lies as much outside the bend as inside it.
        let offset = coord(middle.x * 0.7 + chord.x * 0.3, middle.y * 0.7 + chord.y * 0.3);
        let angle = atan2(curve.to.y - curve.from.y, curve.to.x - curve.from.x).to_degrees();
        let angle = if angle.abs() < 1.0 { 0.0 } else { angle };
        LabelLayout { offset, align, angle, bend: None, leader }
    }

    /// What keeps other names off the leader.
    pub(super) fn leader_boxes(&self) -> impl Iterator<Item = Rect> + use<> {
        let ends = self.leader;
        let count = ends.map_or(0, |[from, to]| (distance(from, to) / LEADER).ceil() as usize);
        ends.into_iter().flat_map(move |[from, to]| {
            (0..count).map(move |at| {
                let t = (at as f64 + 0.5) / count as f64;
                Rect::about(coord(from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t), LEADER, LEADER)
            })
        })
    }
}

/// Breaks a text longer than `most` at the space nearest its middle.
fn broken(text: String, most: usize) -> Vec<String> {
    let count = text.chars().count();
    if count <= most {
        return vec![text];
    }
    let middle = text.len() as isize / 2;
    let space = text.match_indices(' ').map(|(at, _)| at).min_by_key(|at| (*at as isize - middle).abs());
    match space.and_then(|at| text.split_at_checked(at)) {
        Some((first, second)) => vec![first.to_owned(), second.trim_start().to_owned()],
        None => vec![text],
    }
}
