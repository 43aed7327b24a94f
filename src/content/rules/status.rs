//! A status has dates, in order, and says as of when it is known.

use super::super::node::Node;
use super::super::problem::Rule;
use super::super::reading::Reading;
use atlas_model::{Day, StatusEntry};

/// Checks the status of the feature with these properties.
pub(crate) fn check(properties: &Node, status: &[(usize, StatusEntry)], as_of: Option<Day>, reading: &mut Reading) {
    for pair in status.windows(2) {
        let [(_, earlier), (at, later)] = pair else { continue };
        if is_before(later.date, earlier.date) {
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
        Some(as_of) if is_before(as_of, newest) => {
            let at = properties.get("as_of").unwrap_or(properties).at;
            let message =
                format!("{} is said to be as of {as_of}, but its status has an entry of {newest}.", reading.subject);
            reading.report(at, Rule::AsOf, message, "Give the date of the newest information.");
        }
        _ => {}
    }
}

/// True when a date is certainly before another: a day in February is neither before nor after that February.
fn is_before(date: Day, other: Day) -> bool {
    if date.year != other.year {
        return date.year < other.year;
    }
    match (date.month, other.month) {
        (Some(month), Some(other_month)) if month != other_month => month < other_month,
        (Some(_), Some(_)) => matches!((date.day, other.day), (Some(day), Some(other_day)) if day < other_day),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_certain_orders_count() {
        let before = |date: &str, other: &str| match (date.parse(), other.parse()) {
            (Ok(date), Ok(other)) => is_before(date, other),
            _ => panic!("{date} or {other} is not a date"),
        };
        for (date, other) in [("2025", "2026-01"), ("2026-01", "2026-02-01"), ("2026-02-01", "2026-02-02")] {
            assert!(before(date, other) && !before(other, date), "{date} {other}");
        }
        for (date, other) in [("2026", "2026-02-01"), ("2026-02", "2026-02-18"), ("2026", "2026")] {
            assert!(!before(date, other) && !before(other, date), "{date} {other}");
        }
    }
}
