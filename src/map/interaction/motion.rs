//! Movement of the camera that goes on by itself.

use crate::geometry::maths::{hypot, power};
use crate::geometry::{Camera, Flight, Limits};

/// Speed below which inertia ends, and below which a drag that is let go has none, px per millisecond.
const STILL: f64 = 0.02;
const THROWN: f64 = 0.1;
/// Share of the speed that is left after a millisecond of inertia.
const FRICTION: f64 = 0.995;
/// No flight takes longer, milliseconds.
const LONGEST_FLIGHT: f64 = 700.0;

/// What moves the camera by itself.
#[derive(Clone, Copy, Debug)]
pub enum Motion {
    /// A flight to another view.
    Flight {
        /// The way.
        flight: Flight,
        /// When it began, milliseconds; `None` before its first step.
        began: Option<f64>,
    },
    /// The rest of a drag, px per millisecond.
    Inertia {
        /// Speed to the right.
        x: f64,
        /// Speed downwards.
        y: f64,
    },
}

impl Motion {
    /// A flight from one view to another, which begins with the first step.
    pub fn flight(from: Camera, to: Camera) -> Motion {
        Motion::Flight { flight: Flight::new(from, to), began: None }
    }

    /// What is left of a drag that is let go at this speed, px per millisecond; `None` when it is slow.
    pub fn inertia(x: f64, y: f64) -> Option<Motion> {
        (hypot(x, y) > THROWN).then_some(Motion::Inertia { x, y })
    }

    /// Where the camera is at the time `now`, `elapsed` milliseconds after the last step, and whether it goes on.
    pub fn step(&mut self, camera: &Camera, limits: &Limits, now: f64, elapsed: f64) -> (Camera, bool) {
        match self {
            Motion::Flight { flight, began } => {
                let milliseconds = flight.duration().min(LONGEST_FLIGHT);
                let progress = ((now - *began.get_or_insert(now)) / milliseconds.max(1.0)).clamp(0.0, 1.0);
                (flight.at(ease(progress)).resized(camera.width, camera.height), progress < 1.0)
            }
            Motion::Inertia { x, y } => {
                let moved = camera.panned(*x * elapsed, *y * elapsed).clamped(limits);
                let left = power(FRICTION, elapsed);
                *x *= left;
                *y *= left;
                (moved, hypot(*x, *y) >= STILL)
            }
        }
    }
}

/// Slow at both ends.
fn ease(progress: f64) -> f64 {
    progress * progress * (3.0 - 2.0 * progress)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::{Rect, coord};

    fn camera(x: f64, scale: f64) -> Camera {
        Camera { centre: coord(x, 0.0), scale, width: 800.0, height: 600.0 }
    }

    fn limits() -> Limits {
        Limits { bounds: Rect { min: coord(-4000.0, -4000.0), max: coord(4000.0, 4000.0) }, scale: (0.01, 10.0) }
    }

    #[test]
    fn a_flight_ends_where_it_leads_and_in_time() {
        let (from, to) = (camera(0.0, 0.2), camera(900.0, 1.5));
        let mut motion = Motion::flight(from, to);
        assert_eq!(motion.step(&from, &limits(), 5000.0, 16.0), (from, true), "it begins with its first step");
        let (half, goes_on) = motion.step(&from, &limits(), 5300.0, 300.0);
        assert!(goes_on && half.centre.x > 0.0 && half.centre.x < 900.0, "{half:?}");
        assert_eq!(motion.step(&half, &limits(), 5000.0 + LONGEST_FLIGHT, 400.0), (to, false));
    }

    #[test]
    fn a_flight_keeps_to_the_size_of_the_window() {
        let mut motion = Motion::flight(camera(0.0, 1.0), camera(100.0, 1.0));
        let turned = camera(0.0, 1.0).resized(600.0, 800.0);
        motion.step(&turned, &limits(), 0.0, 16.0);
        let (end, _) = motion.step(&turned, &limits(), 9000.0, 16.0);
        assert_eq!((end.width, end.height), (600.0, 800.0));
    }

    #[test]
    fn what_is_thrown_glides_and_comes_to_rest() {
        let mut motion = Motion::inertia(1.0, 0.0).expect("fast enough");
        let (mut now, mut at, mut steps) = (0.0, camera(0.0, 1.0), 0);
        loop {
            now += 16.0;
            let (next, goes_on) = motion.step(&at, &limits(), now, 16.0);
            assert!(next.centre.x < at.centre.x, "the map follows the hand, the camera goes the other way");
            (at, steps) = (next, steps + 1);
            if !goes_on {
                break;
            }
        }
        assert!((20..100).contains(&steps), "{steps} frames");
        assert!((-260.0..-150.0).contains(&at.centre.x), "{at:?}");
        assert!(Motion::inertia(0.05, 0.05).is_none(), "a slow hand throws nothing");
    }
}
