//! How much the map of a page holds: a matter of how large the atlas is and how much the page has to say.

use crate::scene::Budget;

/// How much a prerendered map holds, and how finely.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grade {
    /// What there is room for.
    pub budget: Budget,
    /// How far a line may be off its course, px of the reference container.
    pub tolerance: f64,
    /// How much of the frame's size is drawn beyond it on each side, horizontally and vertically.
    pub beyond: (f64, f64),
}

/// A text up to this many bytes leaves the map all it needs.
const SHORT_TEXT: usize = 15_000;
/// For each of this many bytes beyond that the map is a pixel coarser.
const LONG_TEXT: f64 = 130_000.0;

/// By how many times [`LONG_TEXT`] a text of so many bytes is longer than a short one.
fn length(text: usize) -> f64 {
    text.saturating_sub(SHORT_TEXT) as f64 / LONG_TEXT
}

impl Grade {
    /// The map of a page in an atlas of hundreds of features: everything while it fits into some 40 KB by brotli.
    pub const FULL: Grade =
        Grade { budget: Budget { features: 240, vertices: 9_000 }, tolerance: 0.6, beyond: (0.55, 0.3) };

    /// The full map beside a text of so many bytes of HTML. What a long text takes the map gives up, so that both
    /// together keep the budget of a page.
    pub fn beside(text: usize) -> Grade {
        Grade { tolerance: Grade::FULL.tolerance + length(text), ..Grade::FULL }
    }

    /// The map of a main page in an atlas of thousands beside a text of so many bytes of HTML, which may have long lists:
    /// some 20 KB, less beside a long text.
    pub fn among_thousands(text: usize) -> Grade {
        let long = length(text);
        let share = |most: f64| (most / (1.0 + long)) as usize;
        let budget = Budget { features: share(90.0), vertices: share(2_000.0) };
        Grade { budget, tolerance: 1.4 + long, beyond: (0.2, 0.1) }
    }

    /// The inset, which is drawn a third as large as its reference.
    pub const INSET: Grade =
        Grade { budget: Budget { features: 60, vertices: 2_000 }, tolerance: 2.0, beyond: (0.0, 0.0) };

    /// The map of one of many thousand places: where it is, on coarse ground among its neighbours, in some 5 KB.
    pub const LIGHT: Grade =
        Grade { budget: Budget { features: 40, vertices: 800 }, tolerance: 1.2, beyond: (0.2, 0.1) };
}
