//! What a hand does to the map: gestures of pointers, the wheel, and the movement that goes on by itself.
//!
//! All of it is pure: events come in as numbers, and what they mean for the camera comes out. Positions are CSS pixels from
//! the corner of the map, times are milliseconds of any one clock.

mod gesture;
mod motion;
mod wheel;

pub use gesture::{Contact, Gesture, Lifted, Moved, Tap};
pub use motion::Motion;
pub use wheel::wheel_zoom;
