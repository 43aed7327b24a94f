//! Gestures: what pointers that come down, move and lift mean for the map.

use crate::geometry::maths::{exp, hypot};

/// A pointer that moves less than this far, px, between down and up has clicked.
const CLICK: f64 = 6.0;
/// Two clicks within this time, milliseconds, zoom in.
const DOUBLE: f64 = 300.0;
/// … and within this distance, px.
const NEAR: f64 = 24.0;
/// A second tap that is dragged zooms by a factor of e over so many pixels.
const DRAG_ZOOM: f64 = 130.0;
/// A hand that rests this long before it lifts throws nothing, milliseconds.
const REST: f64 = 60.0;
/// Weights of what the speed was and of what it is, so that a single late event does not count for all.
const SPEED_KEPT: f64 = 0.4;
const SPEED_NEW: f64 = 0.6;

/// A pointer at a place and time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contact {
    /// Which pointer, as long as it is down.
    pub id: i32,
    /// From the left of the map, px.
    pub x: f64,
    /// From the top of the map, px.
    pub y: f64,
    /// When, milliseconds.
    pub time: f64,
    /// A finger, not a mouse or a pen.
    pub touch: bool,
}

/// What a movement means.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Moved {
    /// Nothing, for now.
    Nothing,
    /// The pointer is not down.
    Hovers,
    /// One finger, which belongs to the page around the map.
    Refused,
    /// The map is zoomed about a place.
    Zoom {
        /// The place, px.
        at: (f64, f64),
        /// More than 1 is nearer.
        factor: f64,
    },
    /// The map is dragged, and with two fingers zoomed as well.
    Drag {
        /// How far, px.
        by: (f64, f64),
        /// Where the hand is then, px.
        at: (f64, f64),
        /// By which factor the map is zoomed about that place; 1 with a single pointer.
        factor: f64,
    },
}

/// A click, or the second of two.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Tap {
    /// One click at a place, px.
    Single(f64, f64),
    /// The second click within a short time and distance.
    Double(f64, f64),
}

/// What the last pointer leaves behind when it lifts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lifted {
    /// Speed of the drag, px per millisecond; 0 where it rested or there was none.
    pub speed: (f64, f64),
    /// The click that it was.
    pub tap: Option<Tap>,
}

/// What the pointers on a map are doing.
#[derive(Debug, Default)]
pub struct Gesture {
    /// Wheel and single finger belong to the page around the map.
    cooperative: bool,
    contacts: Vec<Contact>,
    /// Where the first pointer came down.
    began: (f64, f64),
    /// No click any more.
    moved: bool,
    speed: (f64, f64),
    /// When the speed was last measured.
    measured: f64,
    /// When and where the last click was, which a second one may follow.
    clicked: Option<(f64, f64, f64)>,
    /// Where a second tap came soon after the first: dragged up and down it zooms about this place.
    zooming: Option<(f64, f64)>,
}

impl Gesture {
    /// No pointer is down. `cooperative` leaves a single finger to the page around the map.
    pub fn new(cooperative: bool) -> Gesture {
        Gesture { cooperative, ..Gesture::default() }
    }

    /// A pointer comes down. True when the map takes hold of it.
    pub fn down(&mut self, contact: Contact) -> bool {
        if self.contacts.is_empty() {
            self.began = (contact.x, contact.y);
            self.moved = false;
            self.speed = (0.0, 0.0);
            let again = contact.touch && !self.cooperative && self.is_second(&contact);
            self.zooming = again.then_some(self.began);
        } else {
            self.moved = true;
            self.zooming = None;
        }
        self.contacts.retain(|known| known.id != contact.id);
        self.contacts.push(contact);
        self.measured = contact.time;
        !self.is_the_pages(&contact)
    }

    /// A pointer moves.
    pub fn moved(&mut self, contact: Contact) -> Moved {
        let Some(index) = self.contacts.iter().position(|known| known.id == contact.id) else {
            return if contact.touch { Moved::Nothing } else { Moved::Hovers };
        };
        let (before, old_spread) = (self.middle(), self.spread());
        self.contacts[index] = contact;
        if !self.moved && hypot(contact.x - self.began.0, contact.y - self.began.1) < CLICK {
            return Moved::Nothing;
        }
        self.moved = true;
        if self.is_the_pages(&contact) {
            return Moved::Refused;
        }
        let at = self.middle();
        let (dx, dy) = (at.0 - before.0, at.1 - before.1);
        if let Some(at) = self.zooming {
            return Moved::Zoom { at, factor: exp(dy / DRAG_ZOOM) };
        }
        let elapsed = (contact.time - self.measured).max(1.0);
        self.measured = contact.time;
        let share = if self.contacts.len() > 1 { 0.0 } else { SPEED_NEW / elapsed };
        self.speed = (self.speed.0 * SPEED_KEPT + dx * share, self.speed.1 * SPEED_KEPT + dy * share);
        let spread = self.spread();
        let factor = if old_spread > 1.0 && spread > 1.0 { spread / old_spread } else { 1.0 };
        Moved::Drag { by: (dx, dy), at, factor }
    }

    /// A pointer lifts, or is taken away by the browser. Answers when it was the last.
    pub fn up(&mut self, contact: Contact, cancelled: bool) -> Option<Lifted> {
        let known = self.contacts.iter().any(|known| known.id == contact.id);
        self.contacts.retain(|known| known.id != contact.id);
        if !known || !self.contacts.is_empty() {
            return None;
        }
        let throws = self.moved && contact.time - self.measured <= REST;
        let speed = if throws { self.speed } else { (0.0, 0.0) };
        if self.moved || cancelled {
            return Some(Lifted { speed, tap: None });
        }
        let (x, y) = (contact.x, contact.y);
        let tap = if self.is_second(&contact) {
            self.clicked = None;
            Tap::Double(x, y)
        } else {
            self.clicked = Some((contact.time, x, y));
            Tap::Single(x, y)
        };
        Some(Lifted { speed, tap: Some(tap) })
    }

    /// True when a click here and now is the second of two.
    fn is_second(&self, contact: &Contact) -> bool {
        self.clicked
            .is_some_and(|(time, x, y)| hypot(contact.x - x, contact.y - y) < NEAR && contact.time - time < DOUBLE)
    }

    /// True while the page around the map has the only finger.
    fn is_the_pages(&self, contact: &Contact) -> bool {
        self.cooperative && contact.touch && self.contacts.len() < 2
    }

    fn middle(&self) -> (f64, f64) {
        let count = self.contacts.len().max(1) as f64;
        let sum = self.contacts.iter().fold((0.0, 0.0), |sum, contact| (sum.0 + contact.x, sum.1 + contact.y));
        (sum.0 / count, sum.1 / count)
    }

    /// How far two fingers are apart.
    fn spread(&self) -> f64 {
        match self.contacts.as_slice() {
            [one, other, ..] => hypot(one.x - other.x, one.y - other.y),
            _ => 0.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn mouse(x: f64, y: f64, time: f64) -> Contact {
        Contact { id: 1, x, y, time, touch: false }
    }

    fn finger(id: i32, x: f64, y: f64, time: f64) -> Contact {
        Contact { id, x, y, time, touch: true }
    }

    #[test]
    fn a_pointer_that_hardly_moves_clicks() {
        let mut hand = Gesture::new(false);
        assert!(hand.down(mouse(100.0, 100.0, 0.0)));
        assert_eq!(hand.moved(mouse(103.0, 102.0, 20.0)), Moved::Nothing);
        let lifted = hand.up(mouse(103.0, 102.0, 40.0), false).expect("the last pointer");
        assert_eq!(lifted, Lifted { speed: (0.0, 0.0), tap: Some(Tap::Single(103.0, 102.0)) });
        assert_eq!(hand.moved(mouse(110.0, 100.0, 60.0)), Moved::Hovers);
    }

    #[test]
    fn the_second_click_zooms_and_the_third_is_a_first() {
        let mut hand = Gesture::new(false);
        let mut click = |time: f64, x: f64| {
            hand.down(mouse(x, 100.0, time));
            hand.up(mouse(x, 100.0, time + 10.0), false).and_then(|lifted| lifted.tap)
        };
        assert_eq!(click(1000.0, 100.0), Some(Tap::Single(100.0, 100.0)));
        assert_eq!(click(1200.0, 105.0), Some(Tap::Double(105.0, 100.0)));
        assert_eq!(click(1400.0, 100.0), Some(Tap::Single(100.0, 100.0)));
        assert_eq!(click(1900.0, 100.0), Some(Tap::Single(100.0, 100.0)), "too late");
        assert_eq!(click(2000.0, 300.0), Some(Tap::Single(300.0, 100.0)), "too far");
    }

    #[test]
    fn the_first_click_of_a_page_is_no_second_one() {
        let mut hand = Gesture::new(false);
        hand.down(mouse(3.0, 3.0, 20.0));
        let lifted = hand.up(mouse(3.0, 3.0, 40.0), false).expect("the last pointer");
        assert_eq!(lifted.tap, Some(Tap::Single(3.0, 3.0)));
    }

    #[test]
    fn a_drag_moves_the_map_and_throws_it() {
        let mut hand = Gesture::new(false);
        hand.down(mouse(100.0, 100.0, 0.0));
        for step in 1..10 {
            let at = f64::from(step);
            let moved = hand.moved(mouse(100.0 + 16.0 * at, 100.0, 16.0 * at));
            assert_eq!(moved, Moved::Drag { by: (16.0, 0.0), at: (100.0 + 16.0 * at, 100.0), factor: 1.0 });
        }
        let lifted = hand.up(mouse(244.0, 100.0, 150.0), false).expect("the last pointer");
        assert!((lifted.speed.0 - 1.0).abs() < 0.01 && lifted.tap.is_none(), "{lifted:?}");
    }

    #[test]
    fn a_hand_that_rests_throws_nothing() {
        let mut hand = Gesture::new(false);
        hand.down(mouse(0.0, 0.0, 0.0));
        hand.moved(mouse(50.0, 0.0, 16.0));
        assert_eq!(hand.up(mouse(50.0, 0.0, 100.0), false), Some(Lifted { speed: (0.0, 0.0), tap: None }));
    }

    #[test]
    fn two_fingers_zoom_about_their_middle() {
        let mut hand = Gesture::new(true);
        assert!(!hand.down(finger(1, 100.0, 100.0, 0.0)), "one finger is the page's");
        assert!(hand.down(finger(2, 200.0, 100.0, 10.0)));
        let moved = hand.moved(finger(2, 300.0, 100.0, 30.0));
        assert_eq!(moved, Moved::Drag { by: (50.0, 0.0), at: (200.0, 100.0), factor: 2.0 });
        assert_eq!(hand.up(finger(2, 300.0, 100.0, 40.0), false), None, "a finger is still down");
        let lifted = hand.up(finger(1, 100.0, 100.0, 50.0), false).expect("the last pointer");
        assert_eq!(lifted, Lifted { speed: (0.0, 0.0), tap: None }, "it was no click");
    }

    #[test]
    fn in_a_frame_one_finger_is_the_pages_but_taps() {
        let mut hand = Gesture::new(true);
        hand.down(finger(1, 100.0, 100.0, 0.0));
        assert_eq!(hand.moved(finger(1, 100.0, 150.0, 20.0)), Moved::Refused);
        // The browser scrolls the page from here on.
        assert_eq!(hand.up(finger(1, 100.0, 150.0, 30.0), true).and_then(|lifted| lifted.tap), None);
        hand.down(finger(2, 100.0, 100.0, 500.0));
        let tap = hand.up(finger(2, 100.0, 100.0, 540.0), false).and_then(|lifted| lifted.tap);
        assert_eq!(tap, Some(Tap::Single(100.0, 100.0)));
    }

    #[test]
    fn a_second_tap_that_is_dragged_zooms_about_its_place() {
        let mut hand = Gesture::new(false);
        hand.down(finger(1, 100.0, 100.0, 1000.0));
        hand.up(finger(1, 100.0, 100.0, 1050.0), false);
        hand.down(finger(2, 104.0, 100.0, 1200.0));
        let Moved::Zoom { at, factor } = hand.moved(finger(2, 104.0, 230.0, 1300.0)) else { panic!("no zoom") };
        assert_eq!(at, (104.0, 100.0));
        assert!((factor - std::f64::consts::E).abs() < 1e-6, "{factor}");
    }

    proptest! {
        /// Whatever events come in whatever order: numbers stay numbers, and no pointer is left down for ever.
        #[test]
        fn no_order_of_events_confuses_it(
            cooperative: bool,
            events in proptest::collection::vec((0..3u8, 0..3i32, 0.0..800.0f64, 0.0..600.0f64, any::<bool>()), 0..60),
        ) {
            let mut hand = Gesture::new(cooperative);
            for (time, (kind, id, x, y, touch)) in events.into_iter().enumerate() {
                let contact = Contact { id, x, y, time: 7.0 * time as f64, touch };
                match kind {
                    0 => { hand.down(contact); }
                    1 => if let Moved::Drag { by: (dx, dy), factor, .. } = hand.moved(contact) {
                        prop_assert!(dx.is_finite() && dy.is_finite() && factor > 0.0 && factor.is_finite());
                    }
                    _ => if let Some(lifted) = hand.up(contact, false) {
                        prop_assert!(lifted.speed.0.is_finite() && lifted.speed.1.is_finite());
                    }
                }
            }
            for id in 0..3 {
                hand.up(Contact { id, x: 0.0, y: 0.0, time: 1e6, touch: true }, true);
            }
            prop_assert!(hand.contacts.is_empty());
        }
    }
}
