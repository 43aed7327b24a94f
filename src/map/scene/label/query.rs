//! The names that a camera sees, and the one under a pointer.

use super::key::{LabelKey, pixel_scale};
use super::place::{self, LabelRegion};
use super::types::{CutName, HALO, Label, PlacedLabel};
use crate::geometry::{Camera, Coord, Rect, coord};
use crate::scene::highlight_set::HighlightSet;
use crate::scene::{Class, Emphasis, LabelledMap, MapStyle};

/// Most names that are considered for a picture by itself.
const IN_A_PICTURE: usize = 250;

impl LabelledMap {
    /// The names on the screen, the most important first.
    pub fn labels(&self, camera: &Camera, map_style: &MapStyle) -> Vec<Label> {
        self.labels_in(camera, map_style, &camera.screen())
    }

    /// The labels of a window of the screen, px; the SVG draws beyond its frame.
    pub fn labels_in(&self, camera: &Camera, map_style: &MapStyle, window: &Rect) -> Vec<Label> {
        let placed = self.placed(&LabelKey::new(camera, map_style), &camera.to_world_rect(window));
        self.on_screen(placed.iter().flat_map(|part| part.iter()), camera, map_style, window)
    }

    /// The names of these features and of the ground in a window, placed among themselves as if there were no others;
    /// `uncut` where the window is a picture by itself, whose edges no name should meet.
    pub fn labels_of(
        &self,
        map_features: &[usize],
        camera: &Camera,
        map_style: &MapStyle,
        window: &Rect,
        uncut: bool,
    ) -> Vec<Label> {
        let square = camera.to_world_rect(window);
        let part = LabelRegion { around: square, square, uncut, most: IN_A_PICTURE };
        let placed = place::place(self, &LabelKey::new(camera, map_style), map_features.to_vec(), Some(part));
        self.on_screen(placed.iter(), camera, map_style, window)
    }

    fn on_screen<'l>(
        &self,
        placed: impl Iterator<Item = &'l PlacedLabel>,
        camera: &Camera,
        map_style: &MapStyle,
        window: &Rect,
    ) -> Vec<Label> {
        let (unit, highlighted) = (pixel_scale(map_style), HighlightSet::new(self, &map_style.highlight));
        let emphasis = |label: &Label| match label.map_feature.and_then(|at| Some((at, self.map_features.get(at)?))) {
            Some((at, map_feature)) if map_feature.class <= Class::Line => highlighted.emphasis(at),
            Some((at, _)) if highlighted.emphasis(at) != Emphasis::Receding => highlighted.emphasis(at),
            _ => Emphasis::Plain,
        };
        let labels = placed.filter_map(|label| on_screen(label, camera, unit, window));
        labels.map(|label| Label { emphasis: emphasis(&label), ..label }).collect()
    }

    /// The names that a map at rest goes without, as a printed one does: those that its edges cut, or that reach under
    /// what lies on it (`covered`, px). The name of what is selected stays.
    pub fn cut_names(&self, camera: &Camera, map_style: &MapStyle, covered: &[Rect]) -> Vec<CutName> {
        let screen = camera.screen();
        let is_cut = |label: &Label| {
            let under = covered.iter().any(|covered| label.boxes.iter().any(|one| one.intersects(covered)));
            label.emphasis != Emphasis::Selected && (under || label.is_cut(&screen))
        };
        let cut = self.labels(camera, map_style).into_iter().filter(is_cut);
        cut.map(|label| {
            let extent = label.boxes.iter().fold(Rect::EMPTY, |all, one| all.union(*one));
            let halo = label.size() * HALO;
            CutName { anchor: label.anchor, extent: camera.to_world_rect(&extent.grown(halo)) }
        })
        .collect()
    }

    /// The feature whose name is written at a screen position, on a map without the names that belong to some places
    /// (km); `None` also while the names of a large atlas are yet to be placed for this camera and look.
    pub fn label_at(&self, camera: &Camera, map_style: &MapStyle, without: &[Coord], x: f64, y: f64) -> Option<&str> {
        let unit = pixel_scale(map_style);
        let is_under = |label: &&PlacedLabel| {
            let anchor = camera.to_screen(label.anchor);
            let point = coord((x - anchor.x) / unit, (y - anchor.y) / unit);
            label.map_feature.is_some()
                && !without.contains(&label.anchor)
                && label.boxes.iter().any(|one| one.contains(point))
        };
        let (key, view) = (LabelKey::new(camera, map_style), camera.view());
        if self.unlabelled(&key, &view).is_some() {
            return None;
        }
        let placed = self.placed(&key, &view);
        let label = placed.iter().flat_map(|part| part.iter()).find(is_under)?;
        self.map_features.get(label.map_feature?).map(|map_feature| map_feature.id.as_str())
    }
}

fn on_screen(label: &PlacedLabel, camera: &Camera, unit: f64, window: &Rect) -> Option<Label> {
    let anchor = camera.to_screen(label.anchor);
    let place = |point: Coord| coord(anchor.x + point.x * unit, anchor.y + point.y * unit);
    let boxes = || label.boxes.iter().map(|one| Rect { min: place(one.min), max: place(one.max) });
    boxes().any(|one| one.intersects(window)).then(|| Label {
        map_feature: label.map_feature,
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
        emphasis: Emphasis::Plain,
    })
}
