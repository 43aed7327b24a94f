//! What a placement of names depends on.

use crate::geometry::Camera;
use crate::geometry::maths::log2;
use crate::scene::{MapStyle, SizeClass};
use atlas_model::Lang;

/// Steps of zoom in each doubling of the scale.
pub(in crate::scene) const STEPS: f64 = 4.0;

/// What a placement depends on.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::scene) struct LabelKey {
    pub class: SizeClass,
    pub step: i32,
    pub lang: Lang,
    pub hidden: Vec<u8>,
    pub selected: Vec<String>,
    pub related: Vec<String>,
}

impl LabelKey {
    /// True for what is named at every zoom because it stands out.
    pub(crate) fn is_highlighted(&self, id: &str) -> bool {
        self.selected.iter().chain(&self.related).any(|one| one == id)
    }
}

impl LabelKey {
    /// For what a camera sees.
    pub(crate) fn new(camera: &Camera, map_style: &MapStyle) -> LabelKey {
        LabelKey {
            class: map_style.type_scale.class,
            step: zoom_step(camera.scale / pixel_scale(map_style)),
            lang: map_style.lang,
            hidden: map_style.hidden.clone(),
            selected: map_style.highlight.selected.clone(),
            related: map_style.highlight.related.clone(),
        }
    }
}

/// Pixels for each nominal pixel of type and symbols.
pub(in crate::scene) fn pixel_scale(map_style: &MapStyle) -> f64 {
    (map_style.type_scale.factor * map_style.type_scale.class.type_factor()).max(0.05)
}

/// The step of zoom of a scale in nominal px per km. A hair above, so that rounding cannot part the two painters.
pub(in crate::scene) fn zoom_step(scale: f64) -> i32 {
    (log2(scale) * STEPS + 1e-6).floor() as i32
}
