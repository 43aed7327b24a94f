//! A single picture of a part of the map, put where a camera sees it.

use super::canvas::{canvas, put, resize};
use atlas_map::geometry::{Camera, Rect};
use web_sys::{HtmlCanvasElement, HtmlElement};

/// A picture and the camera that it was painted for.
pub(super) struct Overlay {
    canvas: HtmlCanvasElement,
    /// It is stretched where the scale is another; else it is not seen there.
    stretches: bool,
    /// The camera of the picture on it.
    painted: Option<Camera>,
    /// The picture that it waits for.
    awaited: Option<(u32, Camera)>,
}

impl Overlay {
    /// An overlay without a picture.
    pub(super) fn new(within: &HtmlElement, class: &str, stretches: bool) -> Option<Overlay> {
        let canvas = canvas(class, [1.0, 1.0], 1.0)?;
        canvas.set_hidden(true);
        within.append_child(&canvas).ok()?;
        Some(Overlay { canvas, stretches, painted: None, awaited: None })
    }

    /// Gets ready for the picture of a camera and answers with the canvas on which the job is to paint it.
    pub(super) fn begin(&mut self, camera: Camera, ratio: f64, job: u32) -> &HtmlCanvasElement {
        let (width, height) = ((camera.width * ratio).round(), (camera.height * ratio).round());
        // The same size anew would wipe out the picture that is to stay until the next one is there.
        if (f64::from(self.canvas.width()), f64::from(self.canvas.height())) != (width, height) {
            resize(&self.canvas, width, height, ratio);
        }
        self.awaited = Some((job, camera));
        &self.canvas
    }

    /// Notes that a job is done: the camera of its picture, when it was the one awaited.
    pub(super) fn finish(&mut self, job: u32) -> Option<Camera> {
        let (_, camera) = self.awaited.take_if(|(awaited, _)| *awaited == job)?;
        self.painted = Some(camera);
        self.painted
    }

    /// True once it has a picture.
    pub(super) fn is_painted(&self) -> bool {
        self.painted.is_some()
    }

    /// True when its picture, or the one it waits for, is of this camera.
    pub(super) fn is_of(&self, camera: &Camera) -> bool {
        self.awaited.map(|(_, camera)| camera).or(self.painted) == Some(*camera)
    }

    /// True while its picture is being painted.
    pub(super) fn is_awaited(&self) -> bool {
        self.awaited.is_some()
    }

    /// Takes the picture away.
    pub(super) fn clear(&mut self) {
        (self.painted, self.awaited) = (None, None);
        self.canvas.set_hidden(true);
    }

    /// Puts the picture where a camera looks.
    pub(super) fn place(&self, camera: &Camera) {
        let seen = self.painted.filter(|painted| self.stretches || painted.scale == camera.scale);
        self.canvas.set_hidden(seen.is_none());
        if let Some(painted) = &seen {
            let Rect { min, .. } = painted.view();
            let at = camera.to_screen(min);
            put(&self.canvas, at.x, at.y, camera.scale / painted.scale);
        }
    }
}
