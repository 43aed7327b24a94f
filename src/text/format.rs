//! Dates and numbers as a reader of a language writes them.
//!
//! A small table instead of the browser's `Intl`, because the prerendered page must say the same as the live one.

use atlas_model::{Day, Strings};

/// A date in words: `18 February 2026`, `۱۸ فوریهٔ ۲۰۲۶`.
pub fn day(s: &Strings, date: Day) -> String {
    // Split by a letter: to look for a longer text is two kilobytes of the program.
    let month = date.month.and_then(|month| s.months().split(',').nth(usize::from(month).wrapping_sub(1)));
    let month = month.map(str::trim_start);
    let words = match (month, date.day) {
        (Some(month), Some(day)) => format!("{day} {month} {}", date.year),
        (Some(month), None) => format!("{month} {}", date.year),
        _ => date.year.to_string(),
    };
    digits(s, &words)
}

/// Replaces Western digits by those of the language.
pub fn digits(s: &Strings, text: &str) -> String {
    let own = |character: char| {
        let digit = character.to_digit(10).and_then(|digit| s.digits().chars().nth(digit as usize));
        digit.unwrap_or(character)
    };
    text.chars().map(own).collect()
}

/// A number with grouped thousands and at most one decimal below 100: `7,200`, `1.8`.
pub fn number(s: &Strings, value: f64) -> String {
    let rounded = if value.abs() < 100.0 { (value * 10.0).round() / 10.0 } else { value.round() };
    let whole = rounded.trunc().abs() as u64;
    let tenths = ((rounded.abs() - whole as f64) * 10.0).round() as u64;
    let plain = whole.to_string();
    let mut text = String::new();
    if rounded < 0.0 {
        text.push('−');
    }
    for (index, digit) in plain.chars().enumerate() {
        if index > 0 && (plain.len() - index).is_multiple_of(3) {
            text.push_str(s.thousands());
        }
        text.push(digit);
    }
    if tenths > 0 {
        text.push_str(s.decimal());
        text.push_str(&tenths.to_string());
    }
    digits(s, &text)
}

/// How many there are of something: `1 claim`, `11 claims`.
pub fn count(s: &Strings, number: usize, one: &str, many: &str) -> String {
    [digits(s, &number.to_string()).as_str(), " ", if number == 1 { one } else { many }].concat()
}

/// A value or range with its unit: `160–164 km`, `1.6 billion euros`.
pub fn quantity(s: &Strings, value: f64, max: Option<f64>, unit: &str) -> String {
    let largest = max.unwrap_or(value).abs();
    let money = matches!(unit, "USD" | "EUR");
    let (divisor, word) = match (largest, money || unit == "people" || unit == "t/yr" || unit == "m3/yr") {
        (big, true) if big >= 1e9 => (1e9, s.billion()),
        (big, true) if big >= 1e6 => (1e6, s.million()),
        _ => (1.0, ""),
    };
    let mut figure = number(s, value / divisor);
    if let Some(max) = max {
        figure = format!("{figure}–{}", number(s, max / divisor));
    }
    let name = unit_name(s, unit);
    if name.is_empty() {
        return figure;
    }
    let parts = [figure.as_str(), word, name];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The unit as written after a figure.
pub fn unit_name<'a>(s: &'a Strings, unit: &'a str) -> &'a str {
    match unit {
        "km" => s.unit_km(),
        "km2" => s.unit_km2(),
        "m" => s.unit_m(),
        "bcm/yr" => s.unit_bcm_a_year(),
        "t/yr" => s.unit_t_a_year(),
        "MW" => s.unit_mw(),
        "people" => s.unit_people(),
        "USD" => s.unit_dollars(),
        "EUR" => s.unit_euros(),
        "years" => s.unit_years(),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::strings::tests::strings;

    fn date(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn dates_in_words() {
        assert_eq!(day(&strings("en"), date("2026-02-18")), "18 February 2026");
        assert_eq!(day(&strings("en"), date("2026-02")), "February 2026");
        assert_eq!(day(&strings("fa"), date("2025-01-17")), "۱۷ ژانویهٔ ۲۰۲۵");
    }

    #[test]
    fn counts_agree_with_their_noun() {
        assert_eq!(count(&strings("en"), 1, "claim", "claims"), "1 claim");
        assert_eq!(count(&strings("en"), 0, "claim", "claims"), "0 claims");
        assert_eq!(count(&strings("fa"), 12, "ادعا", "ادعا"), "۱۲ ادعا");
    }

    #[test]
    fn quantities_with_units() {
        assert_eq!(quantity(&strings("en"), 7200.0, None, "km"), "7,200 km");
        assert_eq!(quantity(&strings("en"), 160.0, Some(164.0), "km"), "160–164 km");
        assert_eq!(quantity(&strings("en"), 1.6e9, None, "EUR"), "1.6 billion euros");
        assert_eq!(quantity(&strings("fa"), 1.8, None, "bcm/yr"), "۱٫۸ میلیارد متر مکعب در سال");
    }
}
