//! How much the map of a page holds: a matter of how large the atlas is and how much the page has to say.

use crate::geometry::{Cut, Rect};
use crate::scene::Budget;

/// How much a prerendered map holds, and how finely.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grade {
    /// What there is room for.
    pub budget: Budget,
    /// How far a line may be off its course, px of the reference container.
    pub tolerance: f64,
    /// The containers that it fills to their edges.
    pub containers: Containers,
}

/// Shapes of containers, as width : height.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Containers {
    /// The narrowest.
    pub narrowest: f64,
    /// The widest of many: a window on a desk.
    pub wide: f64,
    /// The widest of all: a phone on its side, a low frame. Few see what is only in these, and those much smaller.
    pub widest: f64,
}

impl Containers {
    /// All in which a page or an embed is read.
    pub const ALL: Containers = Containers { narrowest: 0.72, wide: 1.6, widest: 3.5 };
    /// The one that has the shape of the frame.
    pub const EXACT: Containers = Containers { narrowest: f64::INFINITY, wide: 0.0, widest: 0.0 };

    /// What is seen of a map in any container up to a shape. Its frame, from its corner at the origin, has this size.
    fn window(self, widest: f64, width: f64, height: f64) -> Rect {
        let more_x = ((widest * height - width) / 2.0).max(0.0);
        let more_y = ((width / self.narrowest - height) / 2.0).max(0.0);
        Rect::new(-more_x, -more_y, width + more_x, height + more_y)
    }
}

/// A text up to this many bytes leaves the map all it needs.
const SHORT_TEXT: usize = 15_000;
/// For each of this many bytes beyond that the map is a pixel coarser.
const LONG_TEXT: f64 = 105_000.0;

/// By how many times [`LONG_TEXT`] a text of so many bytes is longer than a short one.
fn length(text: usize) -> f64 {
    text.saturating_sub(SHORT_TEXT) as f64 / LONG_TEXT
}

impl Grade {
    /// The map of a page in an atlas of hundreds of features: everything while it fits into some 40 KB by brotli.
    pub const FULL: Grade =
        Grade { budget: Budget { features: 240, vertices: 9_000 }, tolerance: 0.6, containers: Containers::ALL };

    /// The full map beside a text of so many bytes of HTML. What a long text takes the map gives up, so that both
    /// together keep the budget of a page.
    pub fn beside(text: usize) -> Grade {
        Grade { tolerance: Grade::FULL.tolerance + length(text), ..Grade::FULL }
    }

    /// The map of a main page in an atlas of thousands beside a text of so many bytes of HTML, which may have long lists:
    /// some 20 KB, less beside a long text.
    pub fn among_thousands(text: usize) -> Grade {
        let long = length(text);
        let share = |most: f64| (most / (1.0 + 0.3 * long)) as usize;
        let budget = Budget { features: share(90.0), vertices: share(2_000.0) };
        Grade { budget, tolerance: 1.4 + 0.5 * long, containers: Containers::ALL }
    }

    /// The inset, which is drawn a third as large as its reference.
    pub const INSET: Grade =
        Grade { budget: Budget { features: 60, vertices: 2_000 }, tolerance: 2.0, containers: Containers::EXACT };

    /// The map of one of many thousand places: where it is, on coarse ground among its neighbours, in some 6 KB.
    pub const LIGHT: Grade =
        Grade { budget: Budget { features: 40, vertices: 800 }, tolerance: 1.2, containers: Containers::ALL };

    /// What is drawn of a map whose frame, from its corner at the origin, has this size, px.
    pub fn cut(&self, width: f64, height: f64) -> Cut {
        let window = |widest| self.containers.window(widest, width, height);
        Cut { window: window(self.containers.widest), fine: window(self.containers.wide), tolerance: self.tolerance }
    }
}
