//! How measured figures are rounded, and which are told.

use atlas_model::Share;

/// Shares of at least this length are told, kilometres: below it a border crossed to and fro by a simplified line.
const LEAST_SHARE: f64 = 1.0;

/// The shares worth telling, the longest first.
pub(super) fn told(mut shares: Vec<Share>) -> Vec<Share> {
    shares.retain(|share| share.km >= LEAST_SHARE);
    shares.sort_by(|a, b| b.km.total_cmp(&a.km));
    shares
}

/// Rounded to a metre, or to a thousandth of a square kilometre.
pub(super) fn to_thousandth(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}
