//! The names that a camera sees, and the one under a pointer.

use super::key::{Key, unit};
use super::place::{self, Part};
use super::types::{CutName, HALO, Label, PlacedLabel};
use crate::geometry::{Camera, Coord, Rect, coord};
use crate::scene::lit::Lit;
use crate::scene::{Class, Look, Standing, World};

/// Most names that are considered for a picture by itself.
const IN_A_PICTURE: usize = 250;

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
