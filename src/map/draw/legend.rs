//! Samples of every sign on the map, for the legend.

use super::svg;
use crate::scene::{Stroke, Symbol, Token};

/// What a sample shows. The interface has a word for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Sign {
    Railway,
    RailwayBuilding,
    RailwayPlanned,
    SeaLane,
    Pipeline,
    PipelinePlanned,
    PipelineProposed,
    RoutePlanned,
    Suspended,
    Schematic,
    Border,
    DisputedBorder,
    Capital,
    Town,
    Terminus,
    Port,
    Crossing,
    Plant,
    Base,
    Party,
    Province,
}

/// A sign with its sample.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegendEntry {
    /// What it shows.
    pub sign: Sign,
    /// A stable key: the name of the sign in kebab case.
    pub key: &'static str,
    /// A small inline SVG; colours by class, hidden from screen readers.
    pub svg: String,
}

enum Sample {
    Line(Token, &'static [Stroke]),
    Symbol(Token, Symbol),
    Area(Token, &'static str),
}

/// The signs of the map in the order of the legend: lines, points, areas.
pub fn legend() -> Vec<LegendEntry> {
    use Stroke::*;
    let table: [(Sign, &'static str, Sample); 21] = [
        (Sign::Railway, "railway", Sample::Line(Token::Rail, &[Line, Ties])),
        (Sign::RailwayBuilding, "railway-building", Sample::Line(Token::Rail, &[Building, TiesBuilding])),
        (Sign::RailwayPlanned, "railway-planned", Sample::Line(Token::Rail, &[Planned, TiesPlanned])),
        (Sign::SeaLane, "sea-lane", Sample::Line(Token::Lane, &[Lane])),
        (Sign::Pipeline, "pipeline", Sample::Line(Token::Gas, &[Pipe, Beads, BeadHoles])),
        (
            Sign::PipelinePlanned,
            "pipeline-planned",
            Sample::Line(Token::Gas, &[PipePlannedWide, Hollow, Beads, BeadHoles]),
        ),
        (
            Sign::PipelineProposed,
            "pipeline-proposed",
            Sample::Line(Token::Gas, &[PipeProposedWide, Hollow, Beads, BeadHoles]),
        ),
        (Sign::RoutePlanned, "route-planned", Sample::Line(Token::Syunik, &[PlannedWide, Hollow])),
        (Sign::Suspended, "suspended", Sample::Line(Token::Rail, &[Suspended])),
        (Sign::Schematic, "schematic", Sample::Line(Token::Rail, &[PlannedWide, Hollow])),
        (Sign::Border, "border", Sample::Line(Token::Border, &[Border])),
        (Sign::DisputedBorder, "disputed-border", Sample::Line(Token::Border, &[Disputed])),
        (Sign::Capital, "capital", Sample::Symbol(Token::Ink, Symbol::Capital)),
        (Sign::Town, "town", Sample::Symbol(Token::Ink, Symbol::Town)),
        (Sign::Terminus, "terminus", Sample::Symbol(Token::Rail, Symbol::Terminus)),
        (Sign::Port, "port", Sample::Symbol(Token::Lane, Symbol::Port)),
        (Sign::Crossing, "crossing", Sample::Symbol(Token::Rail, Symbol::Crossing)),
        (Sign::Plant, "plant", Sample::Symbol(Token::Gas, Symbol::Plant)),
        (Sign::Base, "base", Sample::Symbol(Token::Conflict, Symbol::Base)),
        (Sign::Party, "party", Sample::Area(Token::Party, "fp")),
        (Sign::Province, "province", Sample::Area(Token::Syunik, "ft")),
    ];
    table.into_iter().map(|(sign, key, sample)| LegendEntry { sign, key, svg: draw(sample) }).collect()
}

fn draw(sample: Sample) -> String {
    let mut out =
        String::from("<svg class=\"chart key\" viewBox=\"0 0 44 16\" width=\"44\" height=\"16\" aria-hidden=\"true\">");
    match sample {
        Sample::Line(token, strokes) => {
            out.push_str(&["<g class=\"", svg::own_class(token), "\">"].concat());
            for stroke in strokes {
                out.push_str(&["<path class=\"", stroke.class(), "\" d=\"M2 8H42\"/>"].concat());
            }
        }
        Sample::Symbol(token, symbol) => {
            out.push_str(&["<g class=\"", svg::own_class(token), "\" transform=\"translate(22 8)\">"].concat());
            svg::symbol(symbol, &mut out);
        }
        Sample::Area(token, fill) => {
            let shape =
                ["<g class=\"", svg::own_class(token), "\"><path class=\"", fill, " ed\" d=\"M4 2H40V14H4z\"/>"];
            out.push_str(&shape.concat());
        }
    }
    out.push_str("</g></svg>");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sign_has_its_own_key_and_sample() {
        let legend = legend();
        for (at, entry) in legend.iter().enumerate() {
            assert!(entry.svg.starts_with("<svg") && entry.svg.ends_with("</svg>"));
            assert!(!entry.svg.contains("style="));
            assert!(legend.iter().skip(at + 1).all(|other| other.key != entry.key && other.svg != entry.svg));
        }
    }
}
