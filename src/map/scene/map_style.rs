//! How the reader wants the map: language, palette, what stands out, what is hidden, size of type.

use crate::geometry::{Camera, Padding, Rect};
use atlas_model::{Lang, Target};

/// Which column of the colour table is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Palette {
    /// Paper.
    #[default]
    Light,
    /// Night.
    Dark,
    /// Black on white, for print.
    Print,
    /// The reader's own system colours.
    Forced,
}

/// What stands out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Highlight {
    /// Ids of the selected features: haloed, on top; everything else recedes.
    pub selected: Vec<String>,
    /// Ids of what the selection speaks of: outlined.
    pub related: Vec<String>,
    /// What is under the pointer.
    pub hovered: Option<String>,
    /// What has the keyboard focus.
    pub focused: Option<String>,
}

impl Highlight {
    /// What stands out on the page of a target that speaks of these places: a place is selected, the places of an
    /// article, claim, source or tour are outlined.
    pub fn of(target: Option<&Target>, places: Vec<String>) -> Highlight {
        match target {
            Some(Target::Place(id)) => {
                let related = places.into_iter().filter(|place| place != id).collect();
                Highlight { selected: vec![id.clone()], related, ..Highlight::default() }
            }
            _ => Highlight { related: places, ..Highlight::default() },
        }
    }

    /// True when pointer or keyboard touch something.
    pub fn is_touched(&self) -> bool {
        self.hovered.is_some() || self.focused.is_some()
    }

    /// True when something stands out and the rest is to recede.
    pub fn is_highlighted(&self) -> bool {
        !self.selected.is_empty() || !self.related.is_empty()
    }
}

/// How the map is to look.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MapStyle {
    /// Language of the names.
    pub lang: Lang,
    /// Colours.
    pub palette: Palette,
    /// What stands out.
    pub highlight: Highlight,
    /// Layers that are left out.
    pub hidden: Vec<u8>,
    /// The frame of the inset map is drawn.
    pub inset: bool,
    /// Size of type and symbols.
    pub type_scale: TypeScale,
}

/// Whether a feature stands out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Emphasis {
    /// Nothing is selected, or it does not matter here.
    #[default]
    Plain,
    /// Selected.
    Selected,
    /// The selection speaks of it.
    Related,
    /// Something else is selected.
    Receding,
}

impl MapStyle {
    /// The same without what pointer and keyboard only touch.
    pub fn resting(&self) -> MapStyle {
        let highlight = Highlight { hovered: None, focused: None, ..self.highlight.clone() };
        MapStyle { highlight, ..self.clone() }
    }

    /// Whether a feature stands out.
    pub fn emphasis(&self, id: &str) -> Emphasis {
        let has = |ids: &[String]| ids.iter().any(|one| one == id);
        if has(&self.highlight.selected) {
            Emphasis::Selected
        } else if has(&self.highlight.related) {
            Emphasis::Related
        } else if self.highlight.is_highlighted() {
            Emphasis::Receding
        } else {
            Emphasis::Plain
        }
    }
}

/// Four sizes of map, each with names placed for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SizeClass {
    /// A low frame, or the inset.
    Tiny,
    /// A phone, or a small frame.
    Small,
    /// A column of text.
    Medium,
    /// A page.
    #[default]
    Large,
}

/// Width and height of the container in which type has its nominal size, px.
///
/// All have the same shape, so that one picture scales into each without knowing its frame.
pub const REFERENCE: (f64, f64) = (880.0, 800.0);

impl SizeClass {
    /// All classes, smallest first.
    pub const ALL: [SizeClass; 4] = [SizeClass::Tiny, SizeClass::Small, SizeClass::Medium, SizeClass::Large];

    /// How many times the reference container of this class fits into [`REFERENCE`].
    pub fn divisor(self) -> f64 {
        match self {
            SizeClass::Large => 1.0,
            SizeClass::Medium => 1.6,
            SizeClass::Small => 2.2,
            SizeClass::Tiny => 3.3,
        }
    }

    /// Least width and height of a container of this class, px.
    pub fn least(self) -> (f64, f64) {
        match self {
            SizeClass::Large => (720.0, 660.0),
            SizeClass::Medium => (460.0, 420.0),
            SizeClass::Small => (340.0, 310.0),
            SizeClass::Tiny => (0.0, 0.0),
        }
    }

    /// The class of a container.
    pub fn of(width: f64, height: f64) -> SizeClass {
        [SizeClass::Large, SizeClass::Medium, SizeClass::Small]
            .into_iter()
            .find(|class| width >= class.least().0 && height >= class.least().1)
            .unwrap_or(SizeClass::Tiny)
    }

    /// Size of type against that on a page.
    pub fn type_factor(self) -> f64 {
        match self {
            SizeClass::Large => 1.0,
            SizeClass::Medium => 0.94,
            SizeClass::Small => 0.9,
            SizeClass::Tiny => 0.88,
        }
    }

    /// Width of strokes against that on a page.
    pub fn stroke_factor(self) -> f64 {
        match self {
            SizeClass::Large => 1.0,
            SizeClass::Medium => 0.85,
            SizeClass::Small => 0.72,
            SizeClass::Tiny => 0.66,
        }
    }

    /// The letter of its class in the SVG, `labels-l` and so on.
    pub fn letter(self) -> &'static str {
        match self {
            SizeClass::Large => "l",
            SizeClass::Medium => "m",
            SizeClass::Small => "s",
            SizeClass::Tiny => "t",
        }
    }
}

/// The size of type and symbols on a map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TypeScale {
    /// Which names are shown and how large they are to each other.
    pub class: SizeClass,
    /// Pixels for each nominal pixel of the class.
    pub factor: f64,
}

impl Default for TypeScale {
    fn default() -> TypeScale {
        TypeScale { class: SizeClass::Large, factor: 1.0 }
    }
}

/// The size of type that the prerendered picture of `frame` has in a container of this size, which is what the canvas
/// must use when it takes over.
pub fn type_scale(frame: Rect, width: f64, height: f64) -> TypeScale {
    let class = SizeClass::of(width, height);
    let here = Camera::fit(frame, width, height, Padding::default());
    TypeScale { class, factor: here.scale / reference(frame, class).scale }
}

/// The camera of a frame in the reference container of a class.
pub fn reference(frame: Rect, class: SizeClass) -> Camera {
    let divisor = class.divisor();
    Camera::fit(frame, REFERENCE.0 / divisor, REFERENCE.1 / divisor, Padding::default())
}
