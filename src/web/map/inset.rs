//! The inset map: prerendered, and painted anew once the map looks different from what the page came with.

use super::overlay::Overlay;
use crate::dom;
use atlas_map::geometry::{Camera, Padding};
use atlas_map::scene::{self, LabelledMap};
use web_sys::{HtmlCanvasElement, HtmlElement};

/// The inset map of the page.
pub(super) struct InsetMap {
    element: HtmlElement,
    picture: Overlay,
    outdated: bool,
}

impl InsetMap {
    /// The inset of the page, if it has one.
    pub(super) fn find() -> Option<InsetMap> {
        let element = dom::find(".inset")?;
        Some(InsetMap { picture: Overlay::new(&element, "inset-canvas", true)?, element, outdated: false })
    }

    /// It is to look different from what the page came with.
    pub(super) fn outdate(&mut self) {
        self.outdated = true;
    }

    /// What is painted by the program is to be painted anew; the picture of the page is good for any size.
    pub(super) fn refresh(&mut self) {
        self.outdated |= self.picture.is_painted() || self.picture.is_awaited();
    }

    /// The camera of the picture that it wants now; `None` when it has it, or is out of sight.
    pub(super) fn wanted(&self, map_data: &LabelledMap) -> Option<Camera> {
        // Asked last: the size makes the browser lay the page out, if something in it has changed.
        if !self.outdated || self.picture.is_awaited() || self.element.hidden() {
            return None;
        }
        let (width, height) = (f64::from(self.element.client_width()), f64::from(self.element.client_height()));
        let seen = width > 0.0 && height > 0.0;
        let area = scene::inset_area(map_data).filter(|_| seen)?;
        Some(Camera::fit(area, width, height, Padding::default()))
    }

    /// Gets ready for the picture of a camera and answers with the canvas on which the job is to paint it.
    pub(super) fn begin(&mut self, camera: Camera, ratio: f64, job: u32) -> HtmlCanvasElement {
        self.outdated = false;
        self.picture.begin(camera, ratio, job).clone()
    }

    /// Notes that a job is done.
    pub(super) fn finish(&mut self, job: u32) {
        if let Some(camera) = self.picture.finish(job) {
            self.picture.place(&camera);
        }
    }
}
