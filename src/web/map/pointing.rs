//! What a pointer on the map can mean.

use atlas_map::scene::{Class, Hit};

/// How far a finger or a mouse may miss, px.
const TOUCH_SLOP: f64 = 12.0;
const MOUSE_SLOP: f64 = 5.0;
/// How much farther off than the best hit another one may be and still be as good, px.
const TOUCH_TOLERANCE: f64 = 6.0;
const MOUSE_TOLERANCE: f64 = 1.0;
/// Most places to choose from.
const CHOICES: usize = 6;

/// How far a pointer may miss, px.
pub(crate) fn slop(touch: bool) -> f64 {
    if touch { TOUCH_SLOP } else { MOUSE_SLOP }
}

/// The hits among which a click cannot tell: points or lines as near as the best one. Areas within areas are ranked.
pub(crate) fn equals(hits: &[Hit], touch: bool) -> Vec<String> {
    let Some(best) = hits.first().filter(|best| best.class <= Class::Line) else { return Vec::new() };
    let tolerance = if touch { TOUCH_TOLERANCE } else { MOUSE_TOLERANCE };
    hits.iter()
        .filter(|hit| hit.class == best.class && hit.distance_px <= best.distance_px + tolerance)
        .map(|hit| hit.id.clone())
        .take(CHOICES)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hit(id: &str, distance_px: f64, class: Class) -> Hit {
        Hit { id: id.into(), distance_px, class }
    }

    #[test]
    fn a_finger_cannot_tell_what_a_mouse_can() {
        let hits = [hit("a", 0.0, Class::Point), hit("b", 4.0, Class::Point), hit("c", 0.0, Class::Line)];
        assert_eq!(equals(&hits, true), ["a", "b"]);
        assert_eq!(equals(&hits, false), ["a"]);
    }

    #[test]
    fn areas_are_ranked_and_never_chosen_from() {
        assert!(equals(&[hit("a", 0.0, Class::Area), hit("b", 0.0, Class::Area)], true).is_empty());
        assert!(equals(&[], true).is_empty());
    }
}
