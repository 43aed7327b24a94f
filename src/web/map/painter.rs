//! The painter: carries out recorded pictures beside the program, see `www/loader.painter.js`.

use atlas_map::draw::record::Recording;
use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = atlasPainter, js_name = paint)]
    fn order(
        job: u32,
        canvas: &HtmlCanvasElement,
        width: u32,
        height: u32,
        ratio: f64,
        steps: &[f32],
        words: Vec<String>,
    );
    #[wasm_bindgen(js_namespace = atlasPainter)]
    fn hear(done: &Closure<dyn FnMut(u32)>);
}

/// Has a picture painted on a canvas, with `ratio` device pixels to each CSS pixel. The canvas has its size in device
/// pixels already; the picture appears on it as a whole, just before [`on_painted`] is told of the job.
pub(super) fn paint(job: u32, canvas: &HtmlCanvasElement, ratio: f64, picture: Recording) {
    order(job, canvas, canvas.width(), canvas.height(), ratio, &picture.steps, picture.words);
}

/// Calls `then` with the number of every job that is done, for as long as the page lives.
pub(super) fn on_painted(then: impl FnMut(u32) + 'static) {
    let then = Closure::new(then);
    hear(&then);
    then.forget();
}
