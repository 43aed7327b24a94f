//! Names on the map: which, where, and never one over another.
//!
//! Names are placed for a step of zoom (a quarter of a doubling) over the whole atlas at once, so that panning cannot
//! move them, and with room enough to stay apart everywhere within the step. A placement is kept until the language,
//! the selection or the hidden layers change. A large atlas is lettered in [`squares`].

mod advance;
mod areas;
mod block;
mod boxes;
mod candidates;
mod capitals;
mod courses;
mod grid;
mod lettering;
mod place;
mod sheet;
mod spines;
mod squares;

pub use lettering::{Lettering, Letters};
pub(super) use place::{symbol, visible_rank, zoom_of};
pub(super) use squares::is_large;

use super::lit::Lit;
use super::{Class, Look, SizeClass, Standing, Token, World};
use crate::geometry::maths::log2;
use crate::geometry::{Camera, Coord, Curve, Rect, coord};
use atlas_model::{Lang, Layer};
use place::Part;
use squares::Extent;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Steps of zoom in each doubling of the scale.
pub(super) const STEPS: f64 = 4.0;
/// Placements kept: two zooms in two states of selection, for two pages that are made at once.
const KEPT: usize = 12;
/// Most names that are considered for a picture by itself.
const IN_A_PICTURE: usize = 250;
/// Squares kept of each: those of a large window, each twice, and of where it was before.
const SQUARES: usize = 256;

/// On which side of its position a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// To the right of it.
    Left,
    /// About it.
    Middle,
    /// To the left of it.
    Right,
}

/// A name with its place on the world plane and around it.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedLabel {
    /// Position of the feature in [`World::subjects`]; `None` for a name of the ground.
    pub subject: Option<usize>,
    /// The text, line by line.
    pub lines: Vec<String>,
    /// Style.
    pub lettering: Lettering,
    /// Colour.
    pub token: Token,
    /// The text runs from right to left.
    pub rtl: bool,
    /// Space between letters, em.
    pub spacing: f64,
    /// Where it belongs, km.
    pub anchor: Coord,
    /// From there to the middle of the block (or of its edge), nominal px.
    pub offset: Coord,
    /// On which side of that it is written.
    pub align: Align,
    /// Slope, degrees clockwise.
    pub angle: f64,
    /// Middle line of letters that are bent, nominal px from the anchor.
    pub bend: Option<Curve>,
    /// Ends of the line from the symbol to a name that stands apart, nominal px from the anchor.
    pub leader: Option<[Coord; 2]>,
    /// What it covers, nominal px from the anchor.
    pub boxes: Vec<Rect>,
}

/// A name on the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Position of the feature in [`World::subjects`]; `None` for a name of the ground.
    pub subject: Option<usize>,
    /// The text, line by line.
    pub lines: Vec<String>,
    /// Style.
    pub lettering: Lettering,
    /// Colour.
    pub token: Token,
    /// The text runs from right to left.
    pub rtl: bool,
    /// Space between letters, em.
    pub spacing: f64,
    /// Where it belongs, km: tells it from all others.
    pub anchor: Coord,
    /// Middle of the block (or of its edge), px.
    pub at: Coord,
    /// On which side of that it is written.
    pub align: Align,
    /// Slope, degrees clockwise.
    pub angle: f64,
    /// Middle line of letters that are bent, px.
    pub bend: Option<Curve>,
    /// Ends of the line from the symbol to a name that stands apart, px.
    pub leader: Option<[Coord; 2]>,
    /// Pixels for each nominal pixel.
    pub unit: f64,
    /// What it covers, px.
    pub boxes: Vec<Rect>,
    /// Whether its feature stands out.
    pub standing: Standing,
}

impl Label {
    /// Size of the letters, px.
    pub fn size(&self) -> f64 {
        self.lettering.letters().size * self.unit
    }

    /// The lines with the vertical distance of each baseline from `at`, px, before the slope.
    pub fn baselines(&self) -> impl Iterator<Item = (f64, &str)> {
        let size = self.size();
        let middle = (self.lines.len() as f64 - 1.0) / 2.0;
        let lines = self.lines.iter().enumerate();
        lines.map(move |(at, line)| ((at as f64 - middle) * size * LINE_HEIGHT + size * MID_LETTER, line.as_str()))
    }

    /// True when an edge of the screen cuts through it.
    pub fn is_cut(&self, screen: &Rect) -> bool {
        let inside = |one: &Rect| screen.covers(one);
        self.boxes.iter().any(|one| one.intersects(screen)) && !self.boxes.iter().all(inside)
    }

    /// Under bent letters the curve that their baseline follows, px.
    pub fn baseline_curve(&self) -> Option<Curve> {
        self.bend.map(|curve| curve.beside(self.size() * MID_LETTER))
    }
}

/// A name that is left out where it would be cut.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CutName {
    /// Where it belongs, km: tells it from all others.
    pub anchor: Coord,
    /// What it would cover with its halo, km.
    pub extent: Rect,
}

/// Width of the halo of a name, em.
pub const HALO: f64 = 0.26;

/// Distance of baselines, em.
pub(super) const LINE_HEIGHT: f64 = 1.14;
/// From the baseline up to the middle of a letter, em.
const MID_LETTER: f64 = 0.35;

/// What a placement depends on.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Key {
    pub class: SizeClass,
    pub step: i32,
    pub lang: Lang,
    pub hidden: Vec<Layer>,
    pub selected: Vec<String>,
    pub related: Vec<String>,
}

impl Key {
    /// True for what is named at every zoom because it stands out.
    pub fn is_lit(&self, id: &str) -> bool {
        self.selected.iter().chain(&self.related).any(|one| one == id)
    }
}

/// The last few placements, and a square that is being lettered.
#[derive(Default)]
pub(super) struct Cache {
    kept: Mutex<Vec<Placement>>,
    begun: Mutex<Option<squares::Begun>>,
}

type Placement = (Key, Vec<(Extent, Arc<Vec<PlacedLabel>>)>);

impl Cache {
    fn lock(&self) -> MutexGuard<'_, Vec<Placement>> {
        // A poisoned lock only means that a placement was not stored.
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn known(&self, key: &Key, extent: Extent) -> Option<Arc<Vec<PlacedLabel>>> {
        let kept = self.lock();
        let (_, parts) = kept.iter().find(|(known, _)| known == key)?;
        parts.iter().find(|(known, _)| *known == extent).map(|(_, placed)| placed.clone())
    }

    /// True for what is kept.
    fn has(&self, key: &Key, extent: Extent) -> bool {
        self.known(key, extent).is_some()
    }

    /// What is kept, or else is placed now. Others can use the cache meanwhile.
    fn get(&self, key: &Key, extent: Extent, place: impl FnOnce() -> Vec<PlacedLabel>) -> Arc<Vec<PlacedLabel>> {
        if let Some(placed) = self.known(key, extent) {
            return placed;
        }
        let placed = Arc::new(place());
        let mut kept = self.lock();
        let at = kept.iter().position(|(known, _)| known == key).unwrap_or_else(|| {
            if kept.len() >= KEPT {
                kept.remove(0);
            }
            kept.push((key.clone(), Vec::new()));
            kept.len() - 1
        });
        if let Some((_, parts)) = kept.get_mut(at) {
            if parts.len() >= SQUARES {
                parts.remove(0);
            }
            parts.push((extent, placed.clone()));
        }
        placed
    }
}

impl Key {
    fn new(camera: &Camera, look: &Look) -> Key {
        Key {
            class: look.type_scale.class,
            step: step(camera.scale / unit(look)),
            lang: look.lang,
            hidden: look.hidden.clone(),
            selected: look.highlight.selected.clone(),
            related: look.highlight.related.clone(),
        }
    }
}

impl World {
    /// The names on the screen, the most important first.
    pub fn labels(&self, camera: &Camera, look: &Look) -> Vec<Label> {
        self.labels_in(camera, look, &camera.screen())
    }

    /// The labels of a window of the screen, px; the SVG draws beyond its frame.
    pub fn labels_in(&self, camera: &Camera, look: &Look, window: &Rect) -> Vec<Label> {
        let placed = self.placed(&Key::new(camera, look), &camera.to_world_rect(window));
        self.on_screen(placed.iter().flat_map(|part| part.iter()), camera, look, window)
    }

    /// The names of these features and of the ground in a window, placed among themselves as if there were no others;
    /// `uncut` where the window is a picture by itself, whose edges no name should meet.
    pub fn labels_of(
        &self,
        subjects: &[usize],
        camera: &Camera,
        look: &Look,
        window: &Rect,
        uncut: bool,
    ) -> Vec<Label> {
        let square = camera.to_world_rect(window);
        let part = Part { around: square, square, uncut, most: IN_A_PICTURE };
        let placed = place::place(self, &Key::new(camera, look), subjects.to_vec(), Some(part));
        self.on_screen(placed.iter(), camera, look, window)
    }

    fn on_screen<'l>(
        &self,
        placed: impl Iterator<Item = &'l PlacedLabel>,
        camera: &Camera,
        look: &Look,
        window: &Rect,
    ) -> Vec<Label> {
        let (unit, lit) = (unit(look), Lit::new(self, &look.highlight));
        let standing = |label: &Label| match label.subject.and_then(|at| Some((at, self.subjects.get(at)?))) {
            Some((at, subject)) if subject.class <= Class::Line => lit.standing(at),
            Some((at, _)) if lit.standing(at) != Standing::Receding => lit.standing(at),
            _ => Standing::Plain,
        };
        let labels = placed.filter_map(|label| on_screen(label, camera, unit, window));
        labels.map(|label| Label { standing: standing(&label), ..label }).collect()
    }

    /// The names that a map at rest goes without, as a printed one does: those that its edges cut, or that reach under
    /// what lies on it (`covered`, px). The name of what is selected stays.
    pub fn cut_names(&self, camera: &Camera, look: &Look, covered: &[Rect]) -> Vec<CutName> {
        let screen = camera.screen();
        let is_cut = |label: &Label| {
            let under = covered.iter().any(|covered| label.boxes.iter().any(|one| one.intersects(covered)));
            label.standing != Standing::Selected && (under || label.is_cut(&screen))
        };
        let cut = self.labels(camera, look).into_iter().filter(is_cut);
        cut.map(|label| {
            let extent = label.boxes.iter().fold(Rect::EMPTY, |all, one| all.union(*one));
            let halo = label.size() * HALO;
            CutName { anchor: label.anchor, extent: camera.to_world_rect(&extent.grown(halo)) }
        })
        .collect()
    }

    /// The feature whose name is written at a screen position, on a map without the names that belong to some places
    /// (km); `None` also while the names of a large atlas are yet to be placed for this camera and look.
    pub fn label_at(&self, camera: &Camera, look: &Look, without: &[Coord], x: f64, y: f64) -> Option<&str> {
        let unit = unit(look);
        let is_under = |label: &&PlacedLabel| {
            let anchor = camera.to_screen(label.anchor);
            let point = coord((x - anchor.x) / unit, (y - anchor.y) / unit);
            label.subject.is_some()
                && !without.contains(&label.anchor)
                && label.boxes.iter().any(|one| one.contains(point))
        };
        let (key, view) = (Key::new(camera, look), camera.view());
        if self.unlettered(&key, &view).is_some() {
            return None;
        }
        let placed = self.placed(&key, &view);
        let label = placed.iter().flat_map(|part| part.iter()).find(is_under)?;
        self.subjects.get(label.subject?).map(|subject| subject.id.as_str())
    }
}

/// Pixels for each nominal pixel of type and symbols.
pub(super) fn unit(look: &Look) -> f64 {
    (look.type_scale.factor * look.type_scale.class.type_factor()).max(0.05)
}

/// The step of zoom of a scale in nominal px per km. A hair above, so that rounding cannot part the two painters.
pub(super) fn step(scale: f64) -> i32 {
    (log2(scale) * STEPS + 1e-6).floor() as i32
}

fn on_screen(label: &PlacedLabel, camera: &Camera, unit: f64, window: &Rect) -> Option<Label> {
    let anchor = camera.to_screen(label.anchor);
    let place = |point: Coord| coord(anchor.x + point.x * unit, anchor.y + point.y * unit);
    let boxes = || label.boxes.iter().map(|one| Rect { min: place(one.min), max: place(one.max) });
    boxes().any(|one| one.intersects(window)).then(|| Label {
        subject: label.subject,
        lines: label.lines.clone(),
        lettering: label.lettering,
        token: label.token,
        rtl: label.rtl,
        spacing: label.spacing,
        anchor: label.anchor,
        at: place(label.offset),
        align: label.align,
        angle: label.angle,
        bend: label.bend.map(|curve| curve.mapped(place)),
        leader: label.leader.map(|ends| ends.map(place)),
        unit,
        boxes: boxes().collect(),
        standing: Standing::Plain,
    })
}
