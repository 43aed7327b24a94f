//! The address bar, the history of the browser, and where the reader was in each of its entries.

pub mod location;
pub mod positions;
