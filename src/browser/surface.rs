//! The canvas as a [`Surface`] that scenes are painted on.

use crate::draw::canvas::{Line, Surface, Text};
use crate::geometry::decimal::fixed;
use crate::scene::Align;
use js_sys::Array;
use std::f64::consts::TAU;
use wasm_bindgen::prelude::*;
use web_sys::{CanvasRenderingContext2d, CanvasWindingRule};

#[wasm_bindgen]
extern "C" {
    /// Properties of text that `web-sys` does not have yet.
    type Lettering;
    #[wasm_bindgen(method, setter)]
    fn set_direction(this: &Lettering, direction: &str);
    #[wasm_bindgen(method, setter, js_name = letterSpacing)]
    fn set_letter_spacing(this: &Lettering, spacing: &str);
}

/// A two-dimensional canvas context.
pub struct CanvasSurface {
    context: CanvasRenderingContext2d,
    size: (f64, f64),
}

impl CanvasSurface {
    /// Covers a context.
    pub fn new(context: CanvasRenderingContext2d) -> CanvasSurface {
        CanvasSurface { context, size: (0.0, 0.0) }
    }

    /// Starts a picture of this size in CSS pixels, with `ratio` device pixels to each.
    pub fn begin(&mut self, ratio: f64, width: f64, height: f64) {
        self.size = (width, height);
        // The six numbers are a valid transform, so the call cannot fail.
        let _ = self.context.set_transform(ratio, 0.0, 0.0, ratio, 0.0, 0.0);
        self.context.set_line_join("round");
        self.context.set_text_baseline("alphabetic");
    }

    /// Sets the space between letters, px.
    fn space(&self, spacing: f64) {
        self.context.unchecked_ref::<Lettering>().set_letter_spacing(&format!("{}px", fixed(spacing, 2)));
    }

    fn dashes(&self, lengths: &[f64], offset: f64) {
        let array: Array = lengths.iter().map(|length| JsValue::from_f64(*length)).collect();
        let _ = self.context.set_line_dash(&array);
        self.context.set_line_dash_offset(offset);
    }
}

impl Surface for CanvasSurface {
    fn clear(&mut self, colour: &str) {
        self.context.set_global_alpha(1.0);
        self.context.set_fill_style_str(colour);
        self.context.fill_rect(0.0, 0.0, self.size.0, self.size.1);
    }

    fn begin_path(&mut self) {
        self.context.begin_path();
    }

    fn move_to(&mut self, x: f64, y: f64) {
        self.context.move_to(x, y);
    }

    fn line_to(&mut self, x: f64, y: f64) {
        self.context.line_to(x, y);
    }

    fn close_path(&mut self) {
        self.context.close_path();
    }

    fn circle(&mut self, x: f64, y: f64, radius: f64) {
        self.context.move_to(x + radius, y);
        // A circle of positive radius is always accepted.
        let _ = self.context.arc(x, y, radius.max(0.0), 0.0, TAU);
    }

    fn fill(&mut self, colour: &str, alpha: f64) {
        self.context.set_global_alpha(alpha);
        self.context.set_fill_style_str(colour);
        self.context.fill_with_canvas_winding_rule(CanvasWindingRule::Evenodd);
    }

    fn stroke(&mut self, line: &Line<'_>) {
        self.context.set_global_alpha(line.alpha);
        self.context.set_stroke_style_str(line.colour);
        self.context.set_line_width(line.width);
        self.context.set_line_cap(if line.round { "round" } else { "butt" });
        self.dashes(line.dash, line.dash_offset);
        self.context.stroke();
    }

    fn clip(&mut self) {
        self.context.save();
        self.context.clip_with_canvas_winding_rule(CanvasWindingRule::Evenodd);
    }

    fn unclip(&mut self) {
        self.context.restore();
    }

    fn advance(&mut self, text: &str, font: &str, spacing: f64) -> f64 {
        self.context.set_font(font);
        self.space(spacing);
        self.context.measure_text(text).map_or(0.0, |measure| measure.width())
    }

    fn text(&mut self, text: &Text<'_>) {
        let context = &self.context;
        context.save();
        context.set_global_alpha(text.alpha);
        context.set_font(text.font);
        context.unchecked_ref::<Lettering>().set_direction(if text.rtl { "rtl" } else { "ltr" });
        self.space(text.spacing);
        context.set_text_align(match text.align {
            Align::Left => "left",
            Align::Middle => "center",
            Align::Right => "right",
        });
        // Finite numbers are always accepted.
        let _ = context.translate(text.at.x, text.at.y);
        if text.angle != 0.0 {
            let _ = context.rotate(text.angle);
        }
        self.dashes(&[], 0.0);
        if text.halo_width > 0.0 {
            context.set_stroke_style_str(text.halo);
            context.set_line_width(text.halo_width);
            let _ = context.stroke_text(text.text, 0.0, text.baseline);
        }
        context.set_fill_style_str(text.colour);
        let _ = context.fill_text(text.text, 0.0, text.baseline);
        context.restore();
    }
}
