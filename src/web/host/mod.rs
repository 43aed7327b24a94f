//! Messages between a host page and the map in its frame.

mod messages;
pub mod receive;
pub mod send;
