//! A status has dates, in order, and says as of when it is known.

use super::Rule;
use crate::field::Field;
use crate::node::Node;
use crate::reading::Reading;
use atlas_model::Day;

/// An entry of a status has a date.
pub(crate) fn dated(entry: Field<'_>, reading: &mut Reading) {
    if entry.node.get("date").is_none() {
        let message = format!("A status entry of {} has no date.", reading.subject);
        reading.report(entry.node.at, Rule::UndatedStatus, message, "Add “date”: 2026-02-18, 2026-02 or 2026.");
    }
}

/// The entries of a status stand in order of time.
pub(crate) fn ordered(properties: Field<'_>, reading: &mut Reading) {
    for pair in entries(properties.node).windows(2) {
        let [(_, earlier), (at, later)] = pair else { continue };
        if is_before(*later, *earlier) {
            let message = format!("The status of {} has {later} after {earlier}.", reading.subject);
            reading.report(*at, Rule::UnorderedStatus, message, "Put the oldest entry first.");
        }
    }
}

/// What has a status says as of when that is known, and not earlier than its last entry.
pub(crate) fn as_of(properties: Field<'_>, reading: &mut Reading) {
    let Some(newest) = entries(properties.node).into_iter().map(|(_, date)| date).max() else { return };
    let Some(given) = properties.node.get("as_of") else {
        let at = properties.node.get("status").unwrap_or(properties.node).at;
        let message = format!("{} has a status, but does not say as of when.", reading.subject);
        reading.report(at, Rule::AsOf, message, "Add “as_of”, the date of the newest information.");
        return;
    };
    if let Some(as_of) = day(given).filter(|as_of| is_before(*as_of, newest)) {
        let message =
            format!("{} is said to be as of {as_of}, but its status has an entry of {newest}.", reading.subject);
        reading.report(given.at, Rule::AsOf, message, "Give the date of the newest information.");
    }
}

/// Where each entry with a date stands, and its date.
fn entries(properties: &Node) -> Vec<(usize, Day)> {
    let list = properties.get("status").and_then(Node::as_list).unwrap_or_default();
    list.iter().filter_map(|entry| Some((entry.at, day(entry.get("date")?)?))).collect()
}

fn day(node: &Node) -> Option<Day> {
    node.as_text()?.parse().ok()
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
