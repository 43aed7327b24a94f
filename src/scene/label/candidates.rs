//! The names that want a place, and the places they could take.

use super::boxes::Scales;
use super::capitals::capitals;
use super::gazetteer::{self, Entry};
use super::{Align, Key, LINE_HEIGHT, Lettering, advance, courses};
use crate::atlas::{Kind, Lang, Text};
use crate::geometry::{Coord, Projection, Rect, contains, coord};
use crate::scene::{Class, Subject, Symbol, Token, World};

/// A name that wants a place.
pub(super) struct Item {
    pub subject: Option<usize>,
    pub lines: Vec<String>,
    pub lettering: Lettering,
    pub token: Token,
    pub rtl: bool,
    /// Smaller is placed earlier.
    pub priority: f64,
    pub positions: Vec<Position>,
}

/// A place that a name could take.
pub(super) struct Position {
    pub anchor: Coord,
    pub offset: Coord,
    pub align: Align,
    pub angle: f64,
    pub boxes: Vec<Rect>,
    /// Smaller is better.
    pub cost: f64,
}

/// Gap between a symbol and its name, nominal px.
const GAP: f64 = 3.0;
/// Names of places longer than this are broken into two lines.
const LONG: usize = 17;

/// Text set in a style, and its size.
pub(super) struct Block {
    pub lines: Vec<String>,
    pub width: f64,
    pub height: f64,
    pub rtl: bool,
}

impl Block {
    pub fn new(text: &str, lang: Lang, lettering: Lettering, most: usize) -> Block {
        let letters = lettering.letters();
        let rtl = advance::is_joined(text);
        let text = if letters.capitals && !rtl { capitals(text, lang) } else { text.to_owned() };
        let lines = broken(text, most);
        let spacing = if rtl { 0.0 } else { letters.spacing };
        let widest = lines.iter().map(|line| advance::width(line, letters.bold, spacing)).fold(0.0, f64::max);
        let height = (lines.len() as f64 - 1.0) * LINE_HEIGHT + 1.12;
        Block { lines, width: widest * letters.size, height: height * letters.size, rtl }
    }

    /// The box of the block when its middle (or edge) is at `offset`.
    pub fn rect(&self, offset: Coord, align: Align) -> Rect {
        let left = match align {
            Align::Left => offset.x,
            Align::Middle => offset.x - self.width / 2.0,
            Align::Right => offset.x - self.width,
        };
        Rect::new(left, offset.y - self.height / 2.0, left + self.width, offset.y + self.height / 2.0)
    }

    /// Boxes along the block when it is written at a slope with its middle at `offset`.
    pub fn chain(&self, offset: Coord, angle: f64) -> Vec<Rect> {
        if angle == 0.0 {
            return vec![self.rect(offset, Align::Middle)];
        }
        let (sin, cos) = angle.to_radians().sin_cos();
        let count = (self.width / (self.height * 0.7)).ceil().max(1.0);
        let step = self.width / count;
        // Each piece of the turned block, and the upright rectangle that holds it.
        let (wide, high) = (step * cos.abs() + self.height * sin.abs(), step * sin.abs() + self.height * cos.abs());
        (0..count as usize)
            .map(|at| {
                let along = (at as f64 + 0.5) * step - self.width / 2.0;
                Rect::about(coord(offset.x + along * cos, offset.y + along * sin), wide, high)
            })
            .collect()
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

/// The names of these features, and of the ground in an area (km) or everywhere, for a step of zoom; `zoom` is nominal.
pub(super) fn items(
    world: &World,
    key: &Key,
    scales: Scales,
    zoom: f64,
    named: &[usize],
    within: Option<&Rect>,
) -> Vec<Item> {
    let seen = |rank: u8| rank <= super::visible_rank(zoom);
    let mut items = Vec::new();
    for (at, subject) in named.iter().filter_map(|at| Some((*at, world.subjects.get(*at)?))) {
        let item = match subject.class {
            Class::Point => point(subject, key, zoom),
            Class::Line => courses::line(world, subject, key, scales),
            Class::Area | Class::State | Class::Wide => area(world, subject, key, scales, zoom),
        };
        items.extend(item.map(|item| Item { subject: Some(at), priority: priority(subject, key), ..item }));
    }
    let near = |entry: &Entry| within.is_none_or(|area| places(entry, zoom).iter().any(|place| area.contains(*place)));
    let known = |entry: &Entry| {
        world.position(entry.key).is_some() || world.states().any(|state| country(state) == Some(entry.key))
    };
    for entry in gazetteer::STATES.iter().filter(|entry| seen(entry.rank) && near(entry) && !known(entry)) {
        let letters = if entry.rank <= 2 { Lettering::State } else { Lettering::SmallState };
        items.extend(ground(world, entry, letters, key, scales, zoom));
    }
    for entry in gazetteer::WATERS.iter().filter(|entry| seen(entry.rank) && near(entry) && !known(entry)) {
        items.extend(ground(world, entry, water(entry), key, scales, zoom));
    }
    items
}

fn country(subject: &Subject) -> Option<&str> {
    subject.areas.first()?.key.strip_prefix("country:")
}

fn water(entry: &Entry) -> Lettering {
    if entry.rank == 1 && entry.angle == 0.0 { Lettering::Ocean } else { Lettering::Water }
}

/// Which name is placed first: the smaller.
pub(super) fn priority(subject: &Subject, key: &Key) -> f64 {
    if key.selected.contains(&subject.id) {
        return 0.0;
    }
    if key.related.contains(&subject.id) {
        return 1.0 + f64::from(subject.rank);
    }
    let kind = match (subject.class, subject.symbol) {
        (Class::Point, Symbol::Terminus | Symbol::Capital) => 0.0,
        (Class::State, _) if is_party(subject) => 0.5,
        (Class::Area, _) if subject.kind == Kind::Sea => 1.0,
        (Class::Point, _) => 2.0,
        (Class::State, _) => 3.0,
        (Class::Area, _) => 4.0,
        (Class::Line, _) => 5.0,
        (Class::Wide, _) => 9.0,
    };
    10.0 * f64::from(subject.rank) + kind
}

fn is_party(subject: &Subject) -> bool {
    matches!(country(subject), Some("RUS" | "IRN"))
}

pub(super) fn text<'a>(text: &'a Text, key: &Key) -> (&'a str, Lang) {
    text.in_lang(key.lang)
}

/// The eight places about a point, the right-hand one first (the left-hand one for joined scripts).
fn point(subject: &Subject, key: &Key, zoom: f64) -> Option<Item> {
    let anchor = *subject.points.first()?;
    let symbol = super::place::symbol(subject, zoom, key.is_lit(&subject.id));
    let lettering = match subject.symbol {
        Symbol::Capital | Symbol::Terminus => Lettering::Capital,
        _ if subject.rank <= 2 || key.selected.contains(&subject.id) => Lettering::Town,
        _ => Lettering::Place,
    };
    let (text, lang) = text(&subject.label, key);
    let block = Block::new(text, lang, lettering, LONG);
    let reach = symbol.radius() + GAP;
    let near = symbol.radius() * 0.7 + 1.5;
    let rise = near + block.height / 2.0 - 2.0;
    let above = symbol.radius() + block.height / 2.0;
    let (fore, aft, way) = if block.rtl { (Align::Right, Align::Left, -1.0) } else { (Align::Left, Align::Right, 1.0) };
    let places = [
        (reach * way, 0.0, fore, 0.0),
        (near * way, -rise, fore, 0.8),
        (near * way, rise, fore, 1.0),
        (-reach * way, 0.0, aft, 1.2),
        (-near * way, -rise, aft, 2.0),
        (-near * way, rise, aft, 2.2),
        (0.0, -above, Align::Middle, 2.4),
        (0.0, above, Align::Middle, 2.6),
    ];
    let positions = places
        .into_iter()
        .map(|(x, y, align, cost)| {
            let offset = coord(x, y);
            Position { anchor, offset, align, angle: 0.0, boxes: vec![block.rect(offset, align)], cost }
        })
        .collect();
    let token = lettering.letters().token;
    Some(Item { subject: None, lines: block.lines, lettering, token, rtl: block.rtl, priority: 0.0, positions })
}

/// A state, sea, province or region: at the places set by hand, or in its middle.
fn area(world: &World, subject: &Subject, key: &Key, scales: Scales, zoom: f64) -> Option<Item> {
    let entry = country(subject)
        .filter(|_| subject.class == Class::State)
        .and_then(|code| gazetteer::find(gazetteer::STATES, code))
        .or_else(|| gazetteer::find(gazetteer::WATERS, &subject.id));
    let lettering = match (subject.class, subject.kind, entry) {
        (_, Kind::Sea | Kind::Strait, Some(entry)) => water(entry),
        (_, Kind::Sea | Kind::Strait, None) => Lettering::Water,
        (Class::State, _, _) if is_party(subject) => Lettering::Party,
        (Class::State, _, _) if subject.rank <= 2 => Lettering::State,
        (Class::State, _, _) => Lettering::SmallState,
        _ => Lettering::Region,
    };
    let (text, lang) = text(&subject.label, key);
    let block = Block::new(text, lang, lettering, if entry.is_some() { 40 } else { LONG });
    let selected = key.is_lit(&subject.id);
    // A name wider than the ground it names says nothing; a point has no ground.
    let room = subject.bounds.width() * scales.0;
    if !selected
        && !subject.areas.is_empty()
        && entry.is_none_or(|entry| entry.angle == 0.0)
        && room < block.width * 0.9
    {
        return None;
    }
    // Wide regions are named when they are the subject; on any other map they would only be in the way.
    if subject.class == Class::Wide && !selected {
        return None;
    }
    let places: Vec<Coord> = match entry {
        Some(entry) => places(entry, zoom),
        None => subject.pole.into_iter().chain(subject.points.iter().copied()).take(1).collect(),
    };
    let angle = entry.map_or(0.0, |entry| entry.angle);
    let token = match lettering.letters().token {
        Token::Own => subject.token,
        token => token,
    };
    let mut item = spread(block, lettering, token, &places, angle);
    if angle == 0.0 && !subject.areas.is_empty() {
        let scale = (scales.0 * scales.1).sqrt();
        item.positions.retain(|one| {
            let middle = middle(one, scale);
            subject.areas.iter().any(|part| contains(&part.area.rings, &world.pool, middle))
        });
    }
    Some(item)
}

/// A name of the ground.
fn ground(world: &World, entry: &Entry, lettering: Lettering, key: &Key, scales: Scales, zoom: f64) -> Option<Item> {
    let (english, persian) = entry.names;
    let (text, lang) = if key.lang == Lang::Fa { (persian, Lang::Fa) } else { (english, Lang::En) };
    let block = Block::new(text, lang, lettering, 40);
    let area = world.ground.area(&["country:", entry.key].concat());
    if area.is_some_and(|area| area.bounds.width() * scales.0 < block.width * 0.9) {
        return None;
    }
    let places = places(entry, zoom);
    let kind = if entry.key.len() == 3 { 3.5 } else { 1.5 };
    let priority = 10.0 * f64::from(entry.rank) + kind;
    let mut item = spread(block, lettering, lettering.letters().token, &places, entry.angle);
    if let Some(area) = area {
        let scale = (scales.0 * scales.1).sqrt();
        item.positions.retain(|one| contains(&area.rings, &world.pool, middle(one, scale)));
    }
    Some(Item { priority, ..item })
}

/// The place under the middle of a name: that of a state must not stand in its neighbour.
fn middle(position: &Position, scale: f64) -> Coord {
    let Position { anchor, offset, .. } = position;
    coord(anchor.x + offset.x / scale, anchor.y + offset.y / scale)
}

fn places(entry: &Entry, zoom: f64) -> Vec<Coord> {
    entry
        .places
        .iter()
        .filter(|(_, _, from)| zoom >= *from)
        .map(|(lon, lat, _)| Projection::project(*lon, *lat))
        .collect()
}

/// Small shifts about each place; all places are lettered, see [`super::place`].
fn spread(block: Block, lettering: Lettering, token: Token, places: &[Coord], angle: f64) -> Item {
    // Lettering along a narrow water has little room, and is moved in finer steps.
    let (along, across, steps) = if angle == 0.0 {
        (block.width * 0.3, block.height * 1.1, 2)
    } else {
        (block.width * 0.08, block.height * 0.22, 3)
    };
    let steps = -steps..=steps;
    let shifts: Vec<(f64, f64, f64)> = steps
        .clone()
        .flat_map(|x| steps.clone().map(move |y| (f64::from(x), f64::from(y))))
        .map(|(x, y)| (x * along, y * across, x.abs() + y.abs() * 0.9))
        .collect();
    let positions = places
        .iter()
        .flat_map(|anchor| {
            let block = &block;
            shifts.iter().map(move |&(x, y, far)| {
                let (sin, cos) = angle.to_radians().sin_cos();
                let offset = coord(x * cos - y * sin, x * sin + y * cos);
                let boxes = block.chain(offset, angle);
                Position { anchor: *anchor, offset, align: Align::Middle, angle, boxes, cost: far * 0.35 }
            })
        })
        .collect();
    Item { subject: None, lines: block.lines.clone(), lettering, token, rtl: block.rtl, priority: 0.0, positions }
}
