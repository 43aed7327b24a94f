//! Styles of lettering, as map readers know them.

use crate::scene::Token;

/// A style of lettering.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lettering {
    /// One of the two parties.
    Party,
    /// A state.
    State,
    /// A small state.
    SmallState,
    /// A large sea.
    Ocean,
    /// A smaller sea, a gulf, a lake.
    Water,
    /// A river, beside it.
    River,
    /// A province or disputed region.
    Region,
    /// A capital or a terminus.
    Capital,
    /// A large town.
    Town,
    /// Any other place.
    Place,
    /// A line, along it.
    Route,
}

/// What a style of lettering consists of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Letters {
    /// Reading serif instead of the sans of the system.
    pub serif: bool,
    /// Nominal size, px.
    pub size: f64,
    /// Heavy.
    pub bold: bool,
    /// Slanted.
    pub italic: bool,
    /// In capitals, where the script has them.
    pub capitals: bool,
    /// Space between letters, em; never used for joined scripts.
    pub spacing: f64,
    /// Colour.
    pub token: Token,
    /// Colour of the halo.
    pub halo: Token,
}

const fn serif(size: f64, bold: bool, italic: bool, spacing: f64, token: Token, halo: Token) -> Letters {
    Letters { serif: true, size, bold, italic, capitals: !italic, spacing, token, halo }
}

const fn sans(size: f64, bold: bool, italic: bool, token: Token) -> Letters {
    Letters { serif: false, size, bold, italic, capitals: false, spacing: 0.01, token, halo: Token::Land }
}

impl Lettering {
    /// All styles.
    pub const ALL: [Lettering; 11] = [
        Lettering::Party,
        Lettering::State,
        Lettering::SmallState,
        Lettering::Ocean,
        Lettering::Water,
        Lettering::River,
        Lettering::Region,
        Lettering::Capital,
        Lettering::Town,
        Lettering::Place,
        Lettering::Route,
    ];

    /// What it consists of.
    pub fn letters(self) -> Letters {
        match self {
            Lettering::Party => serif(15.5, true, false, 0.26, Token::Mute, Token::Party),
            Lettering::State => serif(11.5, true, false, 0.17, Token::Mute, Token::Land),
            Lettering::SmallState => serif(10.0, true, false, 0.12, Token::Mute, Token::Land),
            Lettering::Ocean => serif(17.0, false, true, 0.09, Token::WaterText, Token::Sea),
            Lettering::Water => serif(13.0, false, true, 0.04, Token::WaterText, Token::Sea),
            Lettering::River => serif(10.5, false, true, 0.05, Token::WaterText, Token::Land),
            Lettering::Region => serif(12.5, true, true, 0.01, Token::Own, Token::Land),
            Lettering::Capital => sans(13.0, true, false, Token::Ink),
            Lettering::Town => sans(12.5, true, false, Token::Ink),
            Lettering::Place => sans(11.5, false, false, Token::Mute),
            Lettering::Route => sans(11.0, false, true, Token::Own),
        }
    }

    /// True for names that lie on the ground itself rather than beside a sign.
    pub fn is_ground(self) -> bool {
        self <= Lettering::Region
    }

    /// Its class in the SVG.
    pub fn class(self) -> &'static str {
        match self {
            Lettering::Party => "np",
            Lettering::State => "ns",
            Lettering::SmallState => "nv",
            Lettering::Ocean => "no",
            Lettering::Water => "nw",
            Lettering::River => "nh",
            Lettering::Region => "nr",
            Lettering::Capital => "nc",
            Lettering::Town => "nt",
            Lettering::Place => "nl",
            Lettering::Route => "na",
        }
    }
}
