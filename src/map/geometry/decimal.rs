//! Decimal numbers as text, by way of whole numbers.
//!
//! The general algorithms of the standard library, right to the last bit of any float, would be a tenth of the
//! program in the browser.

/// A number with so many decimals, rounded: `fixed(46.25, 3)` is `46.250`.
pub fn fixed(value: f64, places: usize) -> String {
    let one = 10i64.pow(places as u32);
    let scaled = (value * one as f64).round() as i64;
    let (whole, part) = (scaled.unsigned_abs() / one.unsigned_abs(), scaled.unsigned_abs() % one.unsigned_abs());
    let sign = if scaled < 0 { "-" } else { "" };
    if places == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part:0places$}") }
}

/// Reads a number as people write it: an optional sign, digits, an optional point and digits. `None` for anything
/// else, exponents and more than fifteen digits among it.
pub fn parse(text: &str) -> Option<f64> {
    let text = text.trim();
    let (sign, unsigned) = match text.strip_prefix('-') {
        Some(rest) => (-1.0, rest),
        None => (1.0, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, part) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let mut digits: u64 = 0;
    for digit in whole.bytes().chain(part.bytes()) {
        digits = digits * 10 + u64::from(digit.is_ascii_digit().then(|| digit - b'0')?);
        if digits > 999_999_999_999_999 {
            return None;
        }
    }
    // A point alone is no number, and neither is a long row of zeros behind one.
    let sound = !(whole.is_empty() && part.is_empty()) && part.len() <= 15;
    sound.then(|| sign * digits as f64 / 10u64.pow(part.len() as u32) as f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_not_a_number_is_refused() {
        for text in ["", ".", "-", "+-1", "1e3", "NaN", "inf", "1,5", "1.2.3", "0x1", "1234567890123456", "٣"] {
            assert_eq!(parse(text), None, "{text}");
        }
        assert_eq!(
            (parse(" 46.2"), parse("-.5"), parse("+4."), parse("007")),
            (Some(46.2), Some(-0.5), Some(4.0), Some(7.0))
        );
    }

    #[test]
    fn zeros_are_kept_and_nothing_is_negative_zero() {
        assert_eq!([fixed(46.25, 3), fixed(-0.01, 1), fixed(-0.06, 1), fixed(2.5, 0)], ["46.250", "0.0", "-0.1", "3"]);
    }

    proptest! {
        #[test]
        fn the_same_as_the_standard_library(value in -1e6..1e6f64, places in 0..7usize) {
            let read: f64 = fixed(value, places).parse().expect("a number");
            prop_assert!((read - value).abs() <= 0.5000001 * 0.1f64.powi(places as i32));
            prop_assert_eq!(parse(&fixed(value, places)), Some(read));
        }
    }
}
