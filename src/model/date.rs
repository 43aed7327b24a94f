//! Calendar dates that may lack a day or a month.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A date of the Gregorian calendar: a day, a month or a year.
///
/// Ordered by time; a year sorts before its months and a month before its days.
/// Written and read as `2026-02-18`, `2026-02` or `2026`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Day {
    /// The year, 1 to 9999.
    pub year: u16,
    /// The month, 1 to 12, where known.
    pub month: Option<u8>,
    /// The day of the month, 1 to 31, where known. Never without a month.
    pub day: Option<u8>,
}

impl FromStr for Day {
    type Err = String;

    fn from_str(text: &str) -> Result<Day, String> {
        let wrong = || format!("“{text}” is not a date; write 2026-02-18, 2026-02 or 2026");
        let parts: Vec<&str> = text.split('-').collect();
        let number = |part: &str, length: usize| -> Result<u16, String> {
            if part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit()) {
                part.parse().map_err(|_| wrong())
            } else {
                Err(wrong())
            }
        };
        let (year, month, day) = match parts.as_slice() {
            [year] => (number(year, 4)?, None, None),
            [year, month] => (number(year, 4)?, Some(number(month, 2)?), None),
            [year, month, day] => (number(year, 4)?, Some(number(month, 2)?), Some(number(day, 2)?)),
            _ => return Err(wrong()),
        };
        let day = Day { year, month: month.map(|month| month as u8), day: day.map(|day| day as u8) };
        let month_exists = day.month.is_none_or(|month| (1..=12).contains(&month));
        let day_exists = day.day.is_none_or(|number| (1..=day.days_in_month()).contains(&number));
        if year > 0 && month_exists && day_exists { Ok(day) } else { Err(wrong()) }
    }
}

impl Day {
    fn days_in_month(self) -> u8 {
        let leap = self.year.is_multiple_of(4) && (!self.year.is_multiple_of(100) || self.year.is_multiple_of(400));
        match self.month {
            Some(2) if leap => 29,
            Some(2) => 28,
            Some(4 | 6 | 9 | 11) => 30,
            _ => 31,
        }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl TryFrom<String> for Day {
    type Error = String;

    fn try_from(text: String) -> Result<Day, String> {
        text.parse()
    }
}

impl From<Day> for String {
    fn from(day: Day) -> String {
        day.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_days_months_and_years() {
        for text in ["2026-02-18", "2024-02-29", "2026-02", "2026"] {
            assert_eq!(text.parse::<Day>().map(|day| day.to_string()), Ok(text.to_string()));
        }
    }

    #[test]
    fn refuses_what_no_calendar_has() {
        for text in ["", "26", "2026-2-18", "2026-13", "2025-02-29", "2026-00", "18.02.2026", "2026-02-18-1"] {
            assert!(text.parse::<Day>().is_err(), "{text}");
        }
    }

    #[test]
    fn sorts_by_time() {
        let mut days: Vec<Day> =
            ["2026-02-18", "2025", "2026", "2026-02"].map(|day| day.parse().expect("a date")).to_vec();
        days.sort();
        let sorted: Vec<String> = days.iter().map(Day::to_string).collect();
        assert_eq!(sorted, ["2025", "2026", "2026-02", "2026-02-18"]);
    }
}
