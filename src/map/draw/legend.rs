//! Samples of every sign on the map, for the legend.

use super::svg;
use crate::scene::{MapData, Stroke, Symbol, Token};
use atlas_model::Kind;

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
    Field,
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

#[derive(Clone, Copy)]
enum Sample {
    Line(&'static [Stroke]),
    Symbol(Symbol),
    Area(&'static str),
}

/// What has a sign.
#[derive(Clone, Copy)]
enum Shows {
    /// The ground, in this colour.
    Ground(Token),
    /// Features of these kinds, in the colour of the first of them.
    Kinds(&'static [Kind]),
    /// Routes that are no main lines.
    Routes,
    /// Places that the atlas gives this symbol.
    Symbol(Symbol),
    /// The parties.
    Parties,
}

const RAILWAYS: Shows = Shows::Kinds(&[Kind::Railway]);
const PIPELINES: Shows = Shows::Kinds(&[Kind::Pipeline]);
const LINES: Shows = Shows::Kinds(&[Kind::Railway, Kind::Route, Kind::Pipeline]);

/// The signs in the order of the legend: lines, points, areas.
const TABLE: [(Sign, &str, Shows, Sample); 22] = {
    use Stroke::*;
    [
        (Sign::Railway, "railway", RAILWAYS, Sample::Line(&[Line, Ties])),
        (Sign::RailwayBuilding, "railway-building", RAILWAYS, Sample::Line(&[Building, TiesBuilding])),
        (Sign::RailwayPlanned, "railway-planned", RAILWAYS, Sample::Line(&[Planned, TiesPlanned])),
        (Sign::SeaLane, "sea-lane", Shows::Kinds(&[Kind::SeaLane]), Sample::Line(&[Lane])),
        (Sign::Pipeline, "pipeline", PIPELINES, Sample::Line(&[Pipe, Beads, BeadHoles])),
        (
            Sign::PipelinePlanned,
            "pipeline-planned",
            PIPELINES,
            Sample::Line(&[PipePlannedWide, Hollow, Beads, BeadHoles]),
        ),
        (
            Sign::PipelineProposed,
            "pipeline-proposed",
            PIPELINES,
            Sample::Line(&[PipeProposedWide, Hollow, Beads, BeadHoles]),
        ),
        (Sign::RoutePlanned, "route-planned", Shows::Routes, Sample::Line(&[PlannedWide, Hollow])),
        (Sign::Suspended, "suspended", LINES, Sample::Line(&[Suspended])),
        (Sign::Schematic, "schematic", LINES, Sample::Line(&[PlannedWide, Hollow])),
        (Sign::Border, "border", Shows::Ground(Token::Border), Sample::Line(&[Border])),
        (Sign::DisputedBorder, "disputed-border", Shows::Ground(Token::Border), Sample::Line(&[Disputed])),
        (Sign::Capital, "capital", Shows::Symbol(Symbol::Capital), Sample::Symbol(Symbol::Capital)),
        (Sign::Town, "town", Shows::Kinds(&[Kind::City]), Sample::Symbol(Symbol::Town)),
        (Sign::Terminus, "terminus", Shows::Symbol(Symbol::Terminus), Sample::Symbol(Symbol::Terminus)),
        (Sign::Port, "port", Shows::Kinds(&[Kind::Port]), Sample::Symbol(Symbol::Port)),
        (Sign::Crossing, "crossing", Shows::Kinds(&[Kind::Crossing]), Sample::Symbol(Symbol::Crossing)),
        (Sign::Plant, "plant", Shows::Kinds(&[Kind::Plant]), Sample::Symbol(Symbol::Plant)),
        (Sign::Field, "field", Shows::Kinds(&[Kind::Field]), Sample::Symbol(Symbol::Field)),
        (Sign::Base, "base", Shows::Kinds(&[Kind::Base]), Sample::Symbol(Symbol::Base)),
        (Sign::Party, "party", Shows::Parties, Sample::Area("fp")),
        (Sign::Province, "province", Shows::Kinds(&[Kind::Province]), Sample::Area("ft")),
    ]
};

/// The keys of all signs there are.
pub fn keys() -> impl Iterator<Item = &'static str> {
    TABLE.iter().map(|(_, key, ..)| *key)
}

/// The signs of the map of an atlas.
pub fn legend(data: &MapData) -> Vec<LegendEntry> {
    let entry = |(sign, key, shows, sample): (Sign, &'static str, Shows, Sample)| {
        let class = svg::own_class(token(shows, data)?, data.profile());
        Some(LegendEntry { sign, key, svg: draw(&class, sample) })
    };
    TABLE.into_iter().filter_map(entry).collect()
}

/// The colour of a sign; `None` where nothing of the atlas has it.
fn token(shows: Shows, data: &MapData) -> Option<Token> {
    let mut map_features = data.map_features().iter();
    match shows {
        Shows::Ground(token) => Some(token),
        Shows::Kinds(kinds) => {
            map_features.find(|map_feature| kinds.contains(&map_feature.kind)).map(|map_feature| map_feature.token)
        }
        Shows::Routes => {
            let is_main = |id: &String| data.profile().main_lines.contains(id);
            let mut routes =
                map_features.filter(|map_feature| map_feature.kind == Kind::Route && !is_main(&map_feature.id));
            routes.next().map(|map_feature| map_feature.token)
        }
        Shows::Symbol(symbol) => {
            map_features.find(|map_feature| map_feature.symbol == symbol).map(|map_feature| map_feature.token)
        }
        Shows::Parties => map_features.any(|map_feature| map_feature.is_party).then_some(Token::Party),
    }
}

fn draw(class: &str, sample: Sample) -> String {
    let mut out =
        String::from("<svg class=\"chart key\" viewBox=\"0 0 44 16\" width=\"44\" height=\"16\" aria-hidden=\"true\">");
    out.push_str(&["<g class=\"", class].concat());
    match sample {
        Sample::Line(strokes) => {
            out.push_str("\">");
            for stroke in strokes {
                out.push_str(&["<path class=\"", stroke.class(), "\" d=\"M2 8H42\"/>"].concat());
            }
        }
        Sample::Symbol(symbol) => {
            out.push_str("\" transform=\"translate(22 8)\">");
            svg::symbol(symbol, &mut out);
        }
        Sample::Area(fill) => out.push_str(&["\"><path class=\"", fill, " ed\" d=\"M4 2H40V14H4z\"/>"].concat()),
    }
    out.push_str("</g></svg>");
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::tests::fixture;

    #[test]
    fn every_sign_has_its_own_key_and_sample() {
        for (at, (_, key, _, sample)) in TABLE.iter().enumerate() {
            let svg = draw("c-ink", *sample);
            assert!(svg.starts_with("<svg") && svg.ends_with("</svg>") && !svg.contains("style="));
            let same = |other: &(Sign, &str, Shows, Sample)| other.1 == *key || draw("c-ink", other.3) == svg;
            // A line whose course is not fixed is a route, planned, and the sign for any schematic line.
            let twins = ["route-planned", "schematic"].contains(key);
            assert!(twins || !TABLE.iter().skip(at + 1).any(same), "{key}");
        }
    }

    #[test]
    fn a_map_explains_the_signs_it_has() {
        let keys: Vec<&str> = legend(&fixture()).iter().map(|entry| entry.key).collect();
        for (key, wanted) in [("railway", true), ("pipeline", true), ("port", true), ("base", false), ("plant", false)]
        {
            assert_eq!(keys.contains(&key), wanted, "{key}");
        }
    }
}
