//! stub
pub struct CanvasSurface(web_sys::CanvasRenderingContext2d);
impl CanvasSurface {
    pub fn new(c: web_sys::CanvasRenderingContext2d) -> Self {
        Self(c)
    }
    pub fn begin(&mut self, _: f64, _: f64, _: f64) {}
}
impl crate::draw::canvas::Surface for CanvasSurface {}
