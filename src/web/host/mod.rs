//! Messages between a host page and the map in its frame.

mod messages;
pub(crate) mod receive;
pub(crate) mod send;
