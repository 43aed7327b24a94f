//! A name set in its style, and the places it could take.

use super::capitals::capitals;
use super::{Align, LINE_HEIGHT, Lettering, advance};
use crate::atlas::Lang;
use crate::geometry::maths::sin_cos;
use crate::geometry::{Coord, Curve, Rect, coord};
use crate::scene::Token;

/// A name that wants a place.
pub(super) struct Item {
    /// Position of the feature in `World::subjects`; `None` for a name of the ground.
    pub subject: Option<usize>,
    pub block: Block,
    pub lettering: Lettering,
    pub token: Token,
    /// Smaller is placed earlier.
    pub priority: f64,
    pub positions: Vec<Position>,
    /// One of all positions is taken, wherever they are; else one at each anchor.
    pub once: bool,
    /// What it must stand on.
    pub ground: Ground,
}

/// What a name must stand on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ground {
    /// Anything.
    Any,
    /// The areas of its feature.
    Own,
    /// The state of this code.
    State(&'static str),
}

/// A place that a name could take. Lengths in nominal px from the anchor.
#[derive(Clone, Copy)]
pub(super) struct Position {
    /// Where the name belongs, km.
    pub anchor: Coord,
    /// The middle of the block, or of its edge.
    pub offset: Coord,
    pub align: Align,
    /// Slope, degrees clockwise.
    pub angle: f64,
    /// The middle line of letters that are bent.
    pub bend: Option<Curve>,
    /// Ends of a line that leads from the symbol to the name.
    pub leader: Option<[Coord; 2]>,
    /// Space between letters, em.
    pub spacing: f64,
    /// Smaller is better.
    pub cost: f64,
}

/// Text set in a style, and its size.
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

impl Block {
    /// Sets a text; one longer than `most` letters is broken into two lines.
    pub fn new(text: &str, lang: Lang, lettering: Lettering, most: usize) -> Block {
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
    pub fn width_at(&self, spacing: f64) -> f64 {
        self.width + (spacing - self.spacing) * self.letters * self.size
    }

    /// The space between letters, em, at which the text is `width` nominal px wide: never less than usual, at most
    /// `most`. Joined letters keep together.
    pub fn spacing_for(&self, width: f64, most: f64) -> f64 {
        if self.rtl || self.letters == 0.0 {
            return self.spacing;
        }
        (self.spacing + (width - self.width) / (self.letters * self.size)).min(most).max(self.spacing)
    }

    /// What the text covers at a position, piece by piece.
    pub fn boxes(&self, position: &Position) -> Vec<Rect> {
        let width = self.width_at(position.spacing);
        let Position { offset, align, angle, bend, .. } = *position;
        if let Some(curve) = bend {
            let ruler = curve.ruler();
            let start = (ruler.length() - width) / 2.0;
            let piece = |along: f64| {
                let t = ruler.parameter(start + along);
                (curve.at(t), curve.angle(t))
            };
            return self.pieces(width, piece);
        }
        if angle != 0.0 {
            let (sin, cos) = sin_cos(angle.to_radians());
            let piece = |along: f64| {
                let along = along - width / 2.0;
                (coord(offset.x + along * cos, offset.y + along * sin), angle.to_radians())
            };
            return self.pieces(width, piece);
        }
        let left = match align {
            Align::Left => offset.x,
            Align::Middle => offset.x - width / 2.0,
            Align::Right => offset.x - width,
        };
        vec![Rect::new(left, offset.y - self.height / 2.0, left + width, offset.y + self.height / 2.0)]
    }

    /// Upright rectangles around the pieces of a sloping or bent text. `place` gives middle and slope at a length.
    fn pieces(&self, width: f64, place: impl Fn(f64) -> (Coord, f64)) -> Vec<Rect> {
        let count = (width / (self.height * 0.7)).ceil().max(1.0);
        let step = width / count;
        let piece = |at: usize| {
            let (middle, angle) = place((at as f64 + 0.5) * step);
            let (sin, cos) = sin_cos(angle);
            let (sin, cos) = (sin.abs(), cos.abs());
            Rect::about(middle, step * cos + self.height * sin, step * sin + self.height * cos)
        };
        (0..count as usize).map(piece).collect()
    }
}

impl Position {
    /// A text written straight, with the usual space between letters.
    pub fn straight(anchor: Coord, offset: Coord, align: Align, angle: f64, block: &Block, cost: f64) -> Position {
        Position { anchor, offset, align, angle, bend: None, leader: None, spacing: block.spacing, cost }
    }

    /// What keeps other names off the leader.
    pub fn leader_boxes(&self) -> impl Iterator<Item = Rect> + use<> {
        let ends = self.leader;
        let count = ends.map_or(0, |[from, to]| (crate::geometry::distance(from, to) / LEADER).ceil() as usize);
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
