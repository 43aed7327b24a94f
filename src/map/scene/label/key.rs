//! What a placement of names depends on.

use crate::geometry::Camera;
use crate::geometry::maths::log2;
use crate::scene::{Look, SizeClass};
use atlas_model::Lang;

/// Steps of zoom in each doubling of the scale.
pub(in crate::scene) const STEPS: f64 = 4.0;

/// What a placement depends on.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::scene) struct Key {
    pub class: SizeClass,
    pub step: i32,
    pub lang: Lang,
    pub hidden: Vec<u8>,
    pub selected: Vec<String>,
    pub related: Vec<String>,
}

impl Key {
    /// True for what is named at every zoom because it stands out.
    pub fn is_lit(&self, id: &str) -> bool {
        self.selected.iter().chain(&self.related).any(|one| one == id)
    }
}

impl Key {
    /// For what a camera sees.
    pub fn new(camera: &Camera, look: &Look) -> Key {
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

/// Pixels for each nominal pixel of type and symbols.
pub(in crate::scene) fn unit(look: &Look) -> f64 {
    (look.type_scale.factor * look.type_scale.class.type_factor()).max(0.05)
}

/// The step of zoom of a scale in nominal px per km. A hair above, so that rounding cannot part the two painters.
pub(in crate::scene) fn step(scale: f64) -> i32 {
    (log2(scale) * STEPS + 1e-6).floor() as i32
}
