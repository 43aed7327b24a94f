//! The ground under the features: coast, borders, lakes and rivers as shared arcs.
//!
//! A border between two countries is stored once and used by both, so simplified neighbours always fit.
//! Encoded at import, decoded on both sides; nobody clicks on it, so it is packed rather than published.

mod coarse;
pub mod decode;
pub mod encode;
mod format;
mod query;
#[cfg(test)]
mod tests;

pub use decode::DecodeError;

/// A polyline that several areas or lines may share.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Arc {
    /// Longitude, latitude in degrees.
    pub points: Vec<[f64; 2]>,
    /// For each point the largest simplification tolerance, in kilometres, at which it is still drawn.
    /// Infinite at both ends of the arc.
    pub importance: Vec<f32>,
}

/// An arc as part of a ring or line: its index, or the bitwise complement of the index when walked backwards.
pub type ArcUse = i32;

/// A named area. Filled by the even-odd rule, so islands and enclaves are simply further rings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Area {
    /// ISO 3166 alpha-3 code of a country, name of a province, sea or lake; empty when it has none.
    pub name: String,
    /// Closed rings, each the arcs in order.
    pub rings: Vec<Vec<ArcUse>>,
}

/// What a line of the basemap shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// A land border that its neighbours agree on.
    Border,
    /// A border or line of control that is disputed; its line carries a name.
    DisputedBorder,
    /// A border between provinces.
    ProvinceBorder,
    /// A river.
    River,
}

/// A line of the basemap.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What it shows.
    pub kind: LineKind,
    /// Its name, empty when it has none or it is not known.
    pub name: String,
    /// The arcs in order.
    pub arcs: Vec<ArcUse>,
}

/// The whole basemap.
///
/// Painted in this order: land (the ground colour), countries where they are tinted, lakes and rivers, borders,
/// then the seas over them. Country areas reach out to the limit of their territorial sea; the seas cover that part.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Basemap {
    /// All arcs.
    pub arcs: Vec<Arc>,
    /// Countries by ISO code, with their territorial sea.
    pub countries: Vec<Area>,
    /// Provinces by English name.
    pub provinces: Vec<Area>,
    /// Seas; islands are holes in them. An inland sea is an area of its own, with its name.
    pub seas: Vec<Area>,
    /// Lakes.
    pub lakes: Vec<Area>,
    /// Borders and rivers.
    pub lines: Vec<Line>,
}
