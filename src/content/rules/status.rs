//! A status has dates, in order, and says as of when it is known.

use super::super::node::Node;
use super::super::problem::Rule;
use super::super::reading::Reading;
use crate::atlas::{Day, StatusEntry};

/// Checks the status of the feature with these properties.
pub(in crate::content) fn check(
    properties: &Node,
    status: &[(usize, StatusEntry)],
    as_of: Option<Day>,
    reading: &mut Reading,
) {
    for pair in status.windows(2) {
        let [(_, earlier), (at, later)] = pair else { continue };
        if later.date < earlier.date {
            let message = format!("The status of {} has {} after {}.", reading.subject, later.date, earlier.date);
            reading.report(*at, Rule::UnorderedStatus, message, "Put the oldest entry first.");
        }
    }
    let Some(newest) = status.iter().map(|(_, entry)| entry.date).max() else { return };
    match as_of {
        None if properties.get("as_of").is_none() => {
            let at = properties.get("status").unwrap_or(properties).at;
            let message = format!("{} has a status, but does not say as of when.", reading.subject);
            reading.report(at, Rule::AsOf, message, "Add “as_of”, the date of the newest information.");
        }
        Some(as_of) if as_of < newest && !within(newest, as_of) => {
            let at = properties.get("as_of").unwrap_or(properties).at;
            let message =
                format!("{} is said to be as of {as_of}, but its status has an entry of {newest}.", reading.subject);
            reading.report(at, Rule::AsOf, message, "Give the date of the newest information.");
        }
        _ => {}
    }
}

/// True when the first date falls into the month or year that the second names.
fn within(date: Day, period: Day) -> bool {
    date.year == period.year && period.month.is_none_or(|month| date.month == Some(month)) && period.day.is_none()
}
