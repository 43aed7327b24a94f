//! Scale bars of prerendered maps.

use super::{UNITS, escaped};
use crate::geometry::{Rect, round_length};
use crate::scene::{REFERENCE, SizeClass, reference};

/// Share of the width of a map that its scale bar takes at most.
const LONGEST: f64 = 0.14;
/// The mark at the start of a label that is written from right to left.
pub const RIGHT_TO_LEFT: char = '\u{200f}';

/// A scale bar, true at the centre of the map of a frame (km), in the same units as the map.
///
/// It is an SVG of its own over the map, with the map's `viewBox` and so its scale, but fitted into a lower corner:
/// the right one, or the left one when `left`. `words` writes a number of kilometres.
pub fn scale_bar(frame: Rect, class: SizeClass, left: bool, words: &dyn Fn(f64) -> String) -> String {
    let camera = reference(frame, SizeClass::Large);
    let per_pixel = camera.kilometres_per_pixel_at_centre();
    let (width, height) = (frame.width() * camera.scale, frame.height() * camera.scale);
    let Some(kilometres) = round_length(per_pixel * REFERENCE.0 * LONGEST * class.divisor().sqrt()) else {
        return String::new();
    };
    let inset = 12.0 * class.divisor();
    let (length, tick) = (kilometres / per_pixel, 4.0 * class.divisor());
    let (from, to) = if left { (inset, inset + length) } else { (width - inset - length, width - inset) };
    let whole = |value: f64| ((value * UNITS).round() as i64).to_string();
    let (top, foot) = (whole(height - inset - tick), whole(height - inset));
    let data = ["M", &whole(from), " ", &top, "V", &foot, "H", &whole(to), "V", &top].concat();
    let side = if left { "xMinYMax" } else { "xMaxYMax" };
    let at = whole(if left { from } else { to });
    let anchor = if left { "" } else { " end" };
    let label = words(kilometres);
    // Persian letters reach further below their line.
    let rise = tick * if label.starts_with(RIGHT_TO_LEFT) { 2.3 } else { 1.6 };
    [
        "<svg class=\"chart bar\" aria-hidden=\"true\" viewBox=\"0 0 ",
        &whole(width),
        " ",
        &whole(height),
        "\" preserveAspectRatio=\"",
        side,
        " meet\"><path class=\"bar-line\" d=\"",
        &data,
        "\"/><text class=\"bar-text",
        anchor,
        "\" x=\"",
        &at,
        "\" y=\"",
        &whole(height - inset - rise),
        "\">",
        &escaped(&label),
        "</text></svg>",
    ]
    .concat()
}
