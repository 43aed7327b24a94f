//! What arrives after the page: shapes, texts, the ground in full detail.

pub(crate) mod chunks;
pub(crate) mod detail;
pub(crate) mod features;
pub(crate) mod texts;
pub(crate) mod warm_up;
