//! Reading the packed basemap, on both sides. Any bytes at all give a basemap or a [`DecodeError`], never a panic.

use super::format::{LEVELS, MAGIC, UNITS, UNITS_PER_DEGREE, VERSION, importance};
use super::{Arc, ArcUse, Area, Basemap, Line, LineKind};
use serde::Deserialize;
use std::fmt;

/// Why bytes are not a basemap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// There is nothing to read.
    Empty,
    /// The part that starts at this byte does not begin with the mark of a basemap.
    Magic(usize),
    /// The part is written in another version of the format.
    Version(u8),
    /// The part says it is longer than the bytes that are there, or something in it is.
    Truncated,
    /// The part has bytes left over at its end.
    Trailing,
    /// A number does not fit where it stands, for example a coordinate outside the globe.
    Number,
    /// A name is not UTF-8.
    Name,
    /// A ring or line uses an arc that does not exist.
    ArcUse,
    /// A line is of an unknown kind.
    Kind(u8),
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "the basemap is empty"),
            Self::Magic(at) => write!(f, "no basemap starts at byte {at}"),
            Self::Version(found) => write!(f, "the basemap has format version {found}, this program reads {VERSION}"),
            Self::Truncated => write!(f, "the basemap ends too early"),
            Self::Trailing => write!(f, "the basemap has bytes left over at its end"),
            Self::Number => write!(f, "a number in the basemap is out of range"),
            Self::Name => write!(f, "a name in the basemap is not UTF-8"),
            Self::ArcUse => write!(f, "the basemap uses an arc that it does not have"),
            Self::Kind(found) => write!(f, "the basemap has a line of the unknown kind {found}"),
        }
    }
}

impl std::error::Error for DecodeError {}

impl Basemap {
    /// Reads one encoded part, or several one after another, which are merged.
    ///
    /// # Errors
    /// When the bytes are not a basemap, of another version, cut short, or refer to arcs that are not there.
    pub fn decode(bytes: &[u8]) -> Result<Self, DecodeError> {
        if bytes.is_empty() {
            return Err(DecodeError::Empty);
        }
        let mut whole = Self::default();
        let mut at = 0;
        while at < bytes.len() {
            let mut head = Reader { bytes: &bytes[at..] };
            if head.take(MAGIC.len()).ok() != Some(MAGIC) {
                return Err(DecodeError::Magic(at));
            }
            let version = head.byte()?;
            if version != VERSION {
                return Err(DecodeError::Version(version));
            }
            let length = head.take(4)?.iter().rev().fold(0usize, |sum, &byte| (sum << 8) | usize::from(byte));
            let body = head.take(length)?;
            whole.append(part(body)?)?;
            at = bytes.len() - head.bytes.len();
        }
        Ok(whole)
    }

    /// Adds the arcs, areas and lines of another basemap to this one.
    fn append(&mut self, other: Self) -> Result<(), DecodeError> {
        let shift = ArcUse::try_from(self.arcs.len()).map_err(|_| DecodeError::Number)?;
        ArcUse::try_from(self.arcs.len() + other.arcs.len()).map_err(|_| DecodeError::Number)?;
        let moved = |arc: ArcUse| if arc < 0 { arc - shift } else { arc + shift };
        let areas = |into: &mut Vec<Area>, from: Vec<Area>| {
            into.extend(from.into_iter().map(|mut area| {
                area.rings.iter_mut().flatten().for_each(|arc| *arc = moved(*arc));
                area
            }));
        };
        self.arcs.extend(other.arcs);
        areas(&mut self.countries, other.countries);
        areas(&mut self.provinces, other.provinces);
        areas(&mut self.seas, other.seas);
        areas(&mut self.lakes, other.lakes);
        self.lines.extend(other.lines.into_iter().map(|mut line| {
            line.arcs.iter_mut().for_each(|arc| *arc = moved(*arc));
            line
        }));
        Ok(())
    }
}

/// The body of one part.
fn part(body: &[u8]) -> Result<Basemap, DecodeError> {
    let mut reader = Reader { bytes: body };
    let arcs = arcs(&mut reader)?;
    let basemap = Basemap {
        countries: areas(&mut reader, arcs.len())?,
        provinces: areas(&mut reader, arcs.len())?,
        seas: areas(&mut reader, arcs.len())?,
        lakes: areas(&mut reader, arcs.len())?,
        lines: lines(&mut reader, arcs.len())?,
        arcs,
    };
    if reader.bytes.is_empty() { Ok(basemap) } else { Err(DecodeError::Trailing) }
}

/// All arcs: first their sizes, then all longitudes, all latitudes, all importances.
fn arcs(reader: &mut Reader) -> Result<Vec<Arc>, DecodeError> {
    let count = reader.count()?;
    let mut shapes = Vec::with_capacity(count);
    let mut total = 0usize;
    for _ in 0..count {
        let head = reader.number()?;
        let points = usize::try_from(head >> 2).map_err(|_| DecodeError::Number)?;
        total = total.checked_add(points).ok_or(DecodeError::Number)?;
        // Each point still has at least a byte of longitude to come: no room is reserved for points that are not there.
        if points == 1 || total > reader.bytes.len() {
            return Err(DecodeError::Truncated);
        }
        shapes.push((points, UNITS[(head & 3) as usize]));
    }
    let xs = coordinates(reader, &shapes, total, 180)?;
    let ys = coordinates(reader, &shapes, total, 90)?;
    let mut arcs = Vec::with_capacity(count);
    let mut at = 0;
    for &(points, _) in &shapes {
        let mut importances = vec![f32::INFINITY; points];
        let inner = reader.take(points.saturating_sub(2))?;
        for (importances, &level) in importances.iter_mut().skip(1).zip(inner) {
            if level >= LEVELS {
                return Err(DecodeError::Number);
            }
            *importances = importance(level);
        }
        let places = xs[at..at + points].iter().zip(&ys[at..at + points]);
        arcs.push(Arc { points: places.map(|(&x, &y)| [x, y]).collect(), importance: importances });
        at += points;
    }
    Ok(arcs)
}

/// One coordinate of all points, in degrees.
fn coordinates(
    reader: &mut Reader,
    shapes: &[(usize, i64)],
    total: usize,
    limit: i64,
) -> Result<Vec<f64>, DecodeError> {
    let limit = limit * UNITS_PER_DEGREE;
    let mut low = reader.take(total)?.iter();
    let mut values = Vec::with_capacity(total);
    let mut value = 0i64;
    for &(points, unit) in shapes {
        for (index, low) in low.by_ref().take(points).enumerate() {
            let high = reader.number()?.checked_mul(0x100).ok_or(DecodeError::Number)?;
            let step = unzigzag(high | u64::from(*low));
            let step = if index == 0 { Some(step) } else { step.checked_mul(unit) };
            value = step.and_then(|step| value.checked_add(step)).ok_or(DecodeError::Number)?;
            if value.abs() > limit {
                return Err(DecodeError::Number);
            }
            values.push(value as f64 / UNITS_PER_DEGREE as f64);
        }
    }
    Ok(values)
}

fn areas(reader: &mut Reader, arcs: usize) -> Result<Vec<Area>, DecodeError> {
    let count = reader.count()?;
    let mut areas = Vec::with_capacity(count);
    for _ in 0..count {
        let name = reader.name()?;
        let rings = reader.count()?;
        let rings = (0..rings).map(|_| uses(reader, arcs)).collect::<Result<_, _>>()?;
        areas.push(Area { name, rings });
    }
    Ok(areas)
}

fn lines(reader: &mut Reader, arcs: usize) -> Result<Vec<Line>, DecodeError> {
    let count = reader.count()?;
    let mut lines = Vec::with_capacity(count);
    for _ in 0..count {
        let kind = match reader.byte()? {
            0 => LineKind::Border,
            1 => LineKind::DisputedBorder,
            2 => LineKind::ProvinceBorder,
            3 => LineKind::River,
            other => return Err(DecodeError::Kind(other)),
        };
        lines.push(Line { kind, name: reader.name()?, arcs: uses(reader, arcs)? });
    }
    Ok(lines)
}

/// The arcs of a ring or line, each as the difference from the one before.
fn uses(reader: &mut Reader, arcs: usize) -> Result<Vec<ArcUse>, DecodeError> {
    let count = reader.count()?;
    let mut uses = Vec::with_capacity(count);
    let mut before = 0i64;
    for _ in 0..count {
        let arc = before.checked_add(reader.varint()?).ok_or(DecodeError::ArcUse)?;
        let index = if arc < 0 { !arc } else { arc };
        if usize::try_from(index).map_or(true, |index| index >= arcs) {
            return Err(DecodeError::ArcUse);
        }
        uses.push(ArcUse::try_from(arc).map_err(|_| DecodeError::ArcUse)?);
        before = arc;
    }
    Ok(uses)
}

/// 0, 1, 2, 3, … as 0, −1, 1, −2, …
fn unzigzag(value: u64) -> i64 {
    (value >> 1) as i64 ^ -((value & 1) as i64)
}

/// Takes values off the front of some bytes.
struct Reader<'a> {
    bytes: &'a [u8],
}

impl<'a> Reader<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8], DecodeError> {
        let (taken, rest) = self.bytes.split_at_checked(count).ok_or(DecodeError::Truncated)?;
        self.bytes = rest;
        Ok(taken)
    }

    fn byte(&mut self) -> Result<u8, DecodeError> {
        let (&first, rest) = self.bytes.split_first().ok_or(DecodeError::Truncated)?;
        self.bytes = rest;
        Ok(first)
    }

    /// A varint as postcard reads it: seven bits a byte, low ones first; of a signed number its zigzag.
    fn varint<T: Deserialize<'a>>(&mut self) -> Result<T, DecodeError> {
        let (value, rest) = postcard::take_from_bytes(self.bytes).map_err(|why| match why {
            postcard::Error::DeserializeUnexpectedEnd => DecodeError::Truncated,
            _ => DecodeError::Number,
        })?;
        self.bytes = rest;
        Ok(value)
    }

    fn number(&mut self) -> Result<u64, DecodeError> {
        self.varint()
    }

    /// How many things follow. Each takes at least a byte, so a count beyond the bytes left is refused at once.
    fn count(&mut self) -> Result<usize, DecodeError> {
        let count = usize::try_from(self.number()?).map_err(|_| DecodeError::Number)?;
        if count > self.bytes.len() { Err(DecodeError::Truncated) } else { Ok(count) }
    }

    fn name(&mut self) -> Result<String, DecodeError> {
        let length = self.count()?;
        let name = std::str::from_utf8(self.take(length)?).map_err(|_| DecodeError::Name)?;
        Ok(name.to_owned())
    }
}
