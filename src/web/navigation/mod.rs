//! The address bar, the history of the browser, and where the reader was in each of its entries.

pub(crate) mod location;
pub(crate) mod positions;
