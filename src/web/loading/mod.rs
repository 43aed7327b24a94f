//! What arrives after the page: shapes, texts, the ground in full detail.

pub mod chunks;
pub mod detail;
pub mod features;
pub mod texts;
pub mod warm_up;
