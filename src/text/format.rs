//! Dates and numbers as a reader of a language writes them.
//!
//! A small table instead of the browser's `Intl`, because the prerendered page must say the same as the live one.

use atlas_model::{Day, Lang};

const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
/// Names of the Gregorian months as used in Iran, with the ezafe before the year that follows.
const MONTHS_FA: [&str; 12] =
    ["ژانویهٔ", "فوریهٔ", "مارس", "آوریل", "مهٔ", "ژوئن", "ژوئیهٔ", "اوت", "سپتامبر", "اکتبر", "نوامبر", "دسامبر"];

/// A date in words: `18 February 2026`, `۱۸ فوریهٔ ۲۰۲۶`.
pub fn day(lang: Lang, date: Day) -> String {
    let months = if lang == Lang::Fa { &MONTHS_FA } else { &MONTHS_EN };
    let month = date.month.and_then(|month| months.get(usize::from(month).wrapping_sub(1)));
    let words = match (month, date.day) {
        (Some(month), Some(day)) => format!("{day} {month} {}", date.year),
        (Some(month), None) => format!("{month} {}", date.year),
        _ => date.year.to_string(),
    };
    digits(lang, &words)
}

/// Replaces Western digits by those of the language.
pub fn digits(lang: Lang, text: &str) -> String {
    if lang != Lang::Fa {
        return text.to_string();
    }
    text.chars()
        .map(|character| match character.to_digit(10) {
            Some(digit) => char::from_u32('۰' as u32 + digit).unwrap_or(character),
            None => character,
        })
        .collect()
}

/// A number with grouped thousands and at most one decimal below 100: `7,200`, `1.8`.
pub fn number(lang: Lang, value: f64) -> String {
    let rounded = if value.abs() < 100.0 { (value * 10.0).round() / 10.0 } else { value.round() };
    let whole = rounded.trunc().abs() as u64;
    let tenths = ((rounded.abs() - whole as f64) * 10.0).round() as u64;
    let (group, point) = if lang == Lang::Fa { ('٬', '٫') } else { (',', '.') };
    let plain = whole.to_string();
    let mut text = String::new();
    if rounded < 0.0 {
        text.push('−');
    }
    for (index, digit) in plain.chars().enumerate() {
        if index > 0 && (plain.len() - index).is_multiple_of(3) {
            text.push(group);
        }
        text.push(digit);
    }
    if tenths > 0 {
        text.push(point);
        text.push_str(&tenths.to_string());
    }
    digits(lang, &text)
}

/// How many there are of something: `1 claim`, `11 claims`.
pub fn count(lang: Lang, number: usize, one: &str, many: &str) -> String {
    [digits(lang, &number.to_string()).as_str(), " ", if number == 1 { one } else { many }].concat()
}

/// A value or range with its unit: `160–164 km`, `1.6 billion euros`.
pub fn quantity(lang: Lang, value: f64, max: Option<f64>, unit: &str) -> String {
    let largest = max.unwrap_or(value).abs();
    let money = matches!(unit, "USD" | "EUR");
    let (divisor, word) = match (largest, money || unit == "people" || unit == "t/yr" || unit == "m3/yr") {
        (big, true) if big >= 1e9 => (1e9, scale_word(lang, "billion ", "میلیارد ")),
        (big, true) if big >= 1e6 => (1e6, scale_word(lang, "million ", "میلیون ")),
        _ => (1.0, ""),
    };
    let mut figure = number(lang, value / divisor);
    if let Some(max) = max {
        figure = format!("{figure}–{}", number(lang, max / divisor));
    }
    let name = unit_name(lang, unit);
    if name.is_empty() { figure } else { format!("{figure} {word}{name}") }
}

fn scale_word(lang: Lang, english: &'static str, persian: &'static str) -> &'static str {
    if lang == Lang::Fa { persian } else { english }
}

/// The unit as written after a figure.
pub fn unit_name(lang: Lang, unit: &str) -> &str {
    let (english, persian) = match unit {
        "km" => ("km", "کیلومتر"),
        "km2" => ("km²", "کیلومتر مربع"),
        "m" => ("m", "متر"),
        "bcm/yr" => ("billion m³ a year", "میلیارد متر مکعب در سال"),
        "t/yr" => ("tonnes a year", "تن در سال"),
        "MW" => ("MW", "مگاوات"),
        "people" => ("people", "نفر"),
        "USD" => ("US dollars", "دلار آمریکا"),
        "EUR" => ("euros", "یورو"),
        "years" => ("years", "سال"),
        other => return other,
    };
    if lang == Lang::Fa { persian } else { english }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn dates_in_words() {
        assert_eq!(day(Lang::En, date("2026-02-18")), "18 February 2026");
        assert_eq!(day(Lang::En, date("2026-02")), "February 2026");
        assert_eq!(day(Lang::Fa, date("2025-01-17")), "۱۷ ژانویهٔ ۲۰۲۵");
    }

    #[test]
    fn counts_agree_with_their_noun() {
        assert_eq!(count(Lang::En, 1, "claim", "claims"), "1 claim");
        assert_eq!(count(Lang::En, 0, "claim", "claims"), "0 claims");
        assert_eq!(count(Lang::Fa, 12, "ادعا", "ادعا"), "۱۲ ادعا");
    }

    #[test]
    fn quantities_with_units() {
        assert_eq!(quantity(Lang::En, 7200.0, None, "km"), "7,200 km");
        assert_eq!(quantity(Lang::En, 160.0, Some(164.0), "km"), "160–164 km");
        assert_eq!(quantity(Lang::En, 1.6e9, None, "EUR"), "1.6 billion euros");
        assert_eq!(quantity(Lang::Fa, 1.8, None, "bcm/yr"), "۱٫۸ میلیارد متر مکعب در سال");
    }
}
