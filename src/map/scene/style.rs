//! What things look like: colours by name, strokes, fills and the pattern of every line.
//!
//! Both painters read these tables: the canvas directly, the SVG as classes (see `draw::svg::css`).
//! Colour names a subject; the pattern says what runs there and in what condition it is.

use atlas_model::{Day, Feature, Kind, Profile, Quality, State, state_of};

/// A colour by name. What it is in each palette stands in `draw::palette`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Token {
    Paper,
    Ink,
    Mute,
    Sea,
    Land,
    Party,
    Rule,
    /// What stands out: crossings, the ends of a main line, numbers of articles. The atlas says which colour that is.
    Accent,
    /// Sea lanes, straits and ports.
    Water,
    /// A layer of the atlas, by its place in the reading order. The atlas says which colour it has.
    Layer(u8),
    Coast,
    Border,
    River,
    Graticule,
    WaterText,
    Focus,
    Supportive,
    Critical,
    Sceptical,
    Neutral,
    /// The colour of the feature itself.
    Own,
}

/// Shape of the ends of strokes and dashes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Cap {
    Butt,
    Round,
}

/// How a line is stroked. All measures in CSS pixels whatever the zoom.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pen {
    /// Colour.
    pub token: Token,
    /// Width, px.
    pub width: f64,
    /// Opacity, 0 to 1.
    pub opacity: f64,
    /// Lengths drawn and left out in turn, px; empty for a solid line. Strokes of one pattern have the same period.
    pub dash: &'static [f64],
    /// Ends of strokes and dashes.
    pub cap: Cap,
}

const fn solid(token: Token, width: f64, opacity: f64) -> Pen {
    Pen { token, width, opacity, dash: &[], cap: Cap::Round }
}

const fn dashed(token: Token, width: f64, dash: &'static [f64]) -> Pen {
    Pen { token, width, opacity: 1.0, dash, cap: Cap::Butt }
}

const fn dots(token: Token, width: f64, dash: &'static [f64]) -> Pen {
    Pen { token, width, opacity: 1.0, dash, cap: Cap::Round }
}

macro_rules! strokes {
    ($($name:ident $class:literal $pen:expr, $doc:literal;)*) => {
        /// Every stroke of the map by name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Stroke { $(#[doc = $doc] $name,)* }

        impl Stroke {
            /// All strokes.
            pub const ALL: &'static [Stroke] = &[$(Stroke::$name,)*];

            /// Its class in the SVG.
            pub fn class(self) -> &'static str {
                match self { $(Stroke::$name => $class,)* }
            }

            /// How it is drawn.
            pub fn pen(self) -> Pen {
                match self { $(Stroke::$name => $pen,)* }
            }
        }
    };
}

strokes! {
    Graticule "gr" solid(Token::Graticule, 0.8, 1.0), "Meridians and parallels.";
    River "rv" solid(Token::River, 0.8, 0.9), "A river.";
    LakeShore "lk" solid(Token::River, 0.6, 1.0), "The shore of a lake.";
    Border "bo" dashed(Token::Border, 1.0, &[7.0, 2.5, 1.2, 2.5]), "A land border.";
    Disputed "bd" dashed(Token::Border, 1.2, &[3.0, 3.0]), "A disputed border or line of control.";
    Province "bp" dashed(Token::Border, 0.7, &[2.0, 2.4]), "A border between provinces.";
    WaterWide "w1" solid(Token::Coast, 11.0, 0.13), "The outer water line along a coast.";
    WaterNarrow "w2" solid(Token::Coast, 5.0, 0.20), "The inner water line along a coast.";
    Coast "co" solid(Token::Coast, 0.9, 1.0), "The coast itself.";
    Edge "ed" solid(Token::Own, 1.1, 0.9), "The edge of an area that is a place of the atlas.";
    EdgeStrong "es" solid(Token::Own, 1.7, 1.0), "The edge of a selected area.";
    Focus "fo" solid(Token::Focus, 13.0, 1.0), "The outer part of the focus ring of a line.";
    FocusGap "fg" solid(Token::Paper, 9.0, 1.0), "The inner part of the focus ring of a line.";
    Glow "gl" solid(Token::Own, 13.0, 0.24), "The halo of a selected line.";
    Hover "hv" solid(Token::Own, 10.0, 0.22), "Under the pointer.";
    Related "rl" solid(Token::Own, 8.0, 0.20), "The outline of a line that the selection speaks of.";
    Casing "ca" solid(Token::Paper, 5.0, 0.92), "Paper on both sides of a line.";
    CasingWide "cw" solid(Token::Paper, 7.6, 0.75), "Paper about a line with ties or beads.";
    Line "li" solid(Token::Own, 2.0, 1.0), "A line that is in use.";
    Trunk "tr" solid(Token::Own, 2.6, 1.0), "A main line.";
    Ties "ti" dashed(Token::Own, 6.5, &[1.2, 7.8]), "Ties of a railway.";
    Branch "br" solid(Token::Own, 1.5, 1.0), "A lesser railway.";
    TiesBranch "tn" dashed(Token::Own, 5.0, &[1.0, 6.0]), "Ties of a lesser railway.";
    Building "bu" dashed(Token::Own, 2.0, &[9.0, 3.0]), "Under construction.";
    TiesBuilding "tb" dashed(Token::Own, 6.5, &[0.0, 3.9, 1.2, 6.9]), "Ties of a railway under construction.";
    Planned "pl" dashed(Token::Own, 1.9, &[8.0, 5.0]), "Agreed or planned.";
    TiesPlanned "tp" dashed(Token::Own, 6.0, &[0.0, 3.4, 1.2, 8.4]), "Ties of a planned railway.";
    Proposed "pr" dashed(Token::Own, 1.7, &[3.5, 5.0]), "Proposed.";
    Suspended "su" dashed(Token::Own, 1.8, &[10.0, 3.5, 2.0, 3.5]), "Suspended or disputed.";
    Destroyed "de" dashed(Token::Own, 1.6, &[2.0, 7.0]), "Destroyed.";
    Unknown "un" dots(Token::Own, 1.3, &[0.01, 7.0]), "Nothing is known of it by the day that is shown.";
    Lane "la" dots(Token::Own, 2.5, &[0.01, 5.5]), "A sea lane.";
    LanePlanned "lp" dots(Token::Own, 2.2, &[0.01, 10.0]), "A sea lane not in regular use.";
    Pipe "pi" solid(Token::Own, 1.6, 1.0), "A pipeline.";
    PipePlanned "pp" dashed(Token::Own, 1.6, &[0.0, 5.0, 6.0, 5.0]), "A planned pipeline.";
    PipeProposed "pq" dashed(Token::Own, 1.5, &[0.0, 4.0, 2.5, 3.0, 2.5, 4.0]), "A proposed pipeline.";
    Beads "be" dots(Token::Own, 5.0, &[0.01, 15.99]), "Circles on a pipeline.";
    BeadHoles "bh" dots(Token::Paper, 2.2, &[0.01, 15.99]), "The paper inside those circles.";
    BuildingWide "uw" dashed(Token::Own, 3.0, &[9.0, 3.0]), "Under construction on a course that is not fixed.";
    PlannedWide "pw" dashed(Token::Own, 3.0, &[8.0, 5.0]), "Planned on a course that is not fixed.";
    ProposedWide "qw" dashed(Token::Own, 2.8, &[3.5, 5.0]), "Proposed on a course that is not fixed.";
    PipePlannedWide "iw" dashed(Token::Own, 2.8, &[0.0, 5.0, 6.0, 5.0]), "A planned pipeline, its course not fixed.";
    PipeProposedWide "jw" dashed(Token::Own, 2.8, &[0.0, 4.0, 2.5, 3.0, 2.5, 4.0]), "A proposed one.";
    Hollow "ho" solid(Token::Paper, 1.1, 1.0), "The hollow middle of a line whose course is not known or not fixed.";
    LeaderCasing "lc" solid(Token::Paper, 2.8, 0.75), "Paper under a leader.";
    Leader "ld" solid(Token::Mute, 0.8, 1.0), "From a symbol to a name that stands apart.";
    FrameCasing "fc" solid(Token::Paper, 3.4, 0.85), "Paper under the frame of the inset.";
    Frame "fm" solid(Token::Ink, 1.1, 0.85), "The frame of the inset on the main map.";
    Band "ba" solid(Token::Own, 6.0, 0.28), "A stretch of border that is a place of the atlas.";
    Thin "th" solid(Token::Own, 1.4, 1.0), "The line in that band; a canal.";
}

/// How an area is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// Nothing seen, but it can be clicked.
    Clear,
    /// The tint of the two parties.
    Party,
    /// The sea, and lakes.
    Water,
    /// A light tint of the feature's own colour.
    Tint,
    /// The tint of a hovered or related area.
    TintRelated,
    /// The tint of a selected area.
    TintSelected,
    /// The tint of a selected sea, state or wide region, on which other things lie.
    Wash,
}

impl Fill {
    /// All fills.
    pub const ALL: [Fill; 7] =
        [Fill::Clear, Fill::Party, Fill::Water, Fill::Tint, Fill::TintRelated, Fill::TintSelected, Fill::Wash];

    /// Its class in the SVG.
    pub fn class(self) -> &'static str {
        match self {
            Fill::Clear => "f0",
            Fill::Party => "fp",
            Fill::Water => "fw",
            Fill::Tint => "ft",
            Fill::TintRelated => "fr",
            Fill::TintSelected => "fs",
            Fill::Wash => "fh",
        }
    }

    /// Colour and opacity.
    pub fn paint(self) -> Option<(Token, f64)> {
        match self {
            Fill::Clear => None,
            Fill::Party => Some((Token::Party, 1.0)),
            Fill::Water => Some((Token::Sea, 1.0)),
            Fill::Tint => Some((Token::Own, 0.16)),
            Fill::TintRelated => Some((Token::Own, 0.22)),
            Fill::TintSelected => Some((Token::Own, 0.32)),
            Fill::Wash => Some((Token::Own, 0.13)),
        }
    }
}

/// The colour of a feature: that of its kind for water, towns and crossings, and that of its layer for all else.
pub(super) fn token(feature: &Feature, profile: &Profile) -> Token {
    match feature.kind {
        Kind::SeaLane | Kind::Canal | Kind::Sea | Kind::Strait | Kind::Port => Token::Water,
        Kind::City => Token::Ink,
        Kind::Crossing => Token::Accent,
        _ => Token::Layer(layer(feature, profile)),
    }
}

/// The place of a feature's layer in the reading order.
pub(super) fn layer(feature: &Feature, profile: &Profile) -> u8 {
    profile.layer_ids().position(|layer| layer == feature.layer).map_or(u8::MAX, |at| at.min(u8::MAX.into()) as u8)
}

/// The strokes of a line feature as of a day, or of the newest information, from the casing up.
pub(super) fn strokes(feature: &Feature, profile: &Profile, date: Option<Day>) -> &'static [Stroke] {
    use Stroke::*;
    let known = feature.status_on(date);
    if known.is_empty() && !feature.status.is_empty() {
        return &[Unknown];
    }
    let schematic = feature.quality == Some(Quality::Schematic);
    // Without a report of its condition a line is taken as in use; a schematic one as no more than planned.
    let state = state_of(known).unwrap_or(if schematic { State::Planned } else { State::Operating });
    let rail =
        feature.kind == Kind::Railway || (feature.kind == Kind::Route && profile.main_lines.contains(&feature.id));
    // A course that is not published or not fixed is hollow.
    match (feature.kind, state) {
        (Kind::SeaLane | Kind::Border | Kind::Canal, _) => {}
        (Kind::Pipeline, State::UnderConstruction | State::Planned) if schematic => {
            return &[CasingWide, PipePlannedWide, Hollow, Beads, BeadHoles];
        }
        (Kind::Pipeline, State::Proposed) if schematic => {
            return &[CasingWide, PipeProposedWide, Hollow, Beads, BeadHoles];
        }
        (_, State::UnderConstruction) if schematic && rail => {
            return &[CasingWide, BuildingWide, Hollow, TiesBuilding];
        }
        (_, State::Planned) if schematic && rail => return &[CasingWide, PlannedWide, Hollow, TiesPlanned],
        (_, State::UnderConstruction) if schematic => return &[Casing, BuildingWide, Hollow],
        (_, State::Planned) if schematic => return &[Casing, PlannedWide, Hollow],
        (_, State::Proposed) if schematic => return &[Casing, ProposedWide, Hollow],
        _ => {}
    }
    match (feature.kind, state) {
        (Kind::SeaLane, State::Proposed | State::Suspended | State::Destroyed | State::Disputed) => {
            &[Casing, LanePlanned]
        }
        (Kind::SeaLane, _) => &[Casing, Lane],
        (Kind::Pipeline, State::Operating) => &[CasingWide, Pipe, Beads, BeadHoles],
        (Kind::Pipeline, State::UnderConstruction | State::Planned) => &[CasingWide, PipePlanned, Beads, BeadHoles],
        (Kind::Pipeline, _) => &[CasingWide, PipeProposed, Beads, BeadHoles],
        (Kind::Border, _) => &[Band, Thin],
        (Kind::Canal, _) => &[Casing, Thin],
        (Kind::Route, State::Operating) if rail => &[CasingWide, Trunk, Ties],
        (_, State::Operating) if rail && feature.rank >= 3 => &[Casing, Branch, TiesBranch],
        (_, State::Operating) if rail => &[CasingWide, Line, Ties],
        (_, State::UnderConstruction) if rail => &[CasingWide, Building, TiesBuilding],
        (_, State::Planned) if rail => &[CasingWide, Planned, TiesPlanned],
        (_, State::Operating) => &[Casing, Line],
        (_, State::UnderConstruction) => &[Casing, Building],
        (_, State::Planned) => &[Casing, Planned],
        (_, State::Proposed) => &[Casing, Proposed],
        (_, State::Suspended | State::Disputed) => &[Casing, Suspended],
        (_, State::Destroyed) => &[Casing, Destroyed],
    }
}
