//! The wheel.

use crate::geometry::maths::exp;

/// How far a line of the wheel counts, px.
const LINE: f64 = 24.0;
/// Trackpads tell of a pinch as a wheel with the control key, in much smaller steps.
const PINCH: f64 = 4.0;
/// Logarithm of the zoom for each pixel.
const PACE: f64 = 0.0018;

/// The factor by which a turn of the wheel zooms. `delta` counts lines or pixels downwards.
pub fn wheel_zoom(delta: f64, in_lines: bool, is_pinch: bool) -> f64 {
    let lines = if in_lines { LINE } else { 1.0 };
    let pinch = if is_pinch { PINCH } else { 1.0 };
    exp(-delta * lines * pinch * PACE).clamp(0.4, 2.5)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn up_is_nearer_and_down_is_farther_by_as_much() {
        let (up, down) = (wheel_zoom(-100.0, false, false), wheel_zoom(100.0, false, false));
        assert!(up > 1.1 && (up * down - 1.0).abs() < 1e-9, "{up} {down}");
        assert_eq!(wheel_zoom(3.0, true, false), wheel_zoom(72.0, false, false));
        assert!(wheel_zoom(-10.0, false, true) > wheel_zoom(-10.0, false, false));
    }

    #[test]
    fn no_turn_zooms_out_of_all_measure() {
        assert_eq!(wheel_zoom(1e9, true, true), 0.4);
        assert_eq!(wheel_zoom(-1e9, true, true), 2.5);
    }
}
