//! Paragraphs of a commentary: `12` or `14-15`.

use std::ops::RangeInclusive;
use std::str::FromStr;

/// One paragraph or several in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Paragraphs(pub RangeInclusive<u16>);

impl FromStr for Paragraphs {
    type Err = ();

    fn from_str(text: &str) -> Result<Paragraphs, ()> {
        let number = |part: &str| -> Result<u16, ()> {
            let digits = part.bytes().all(|byte| byte.is_ascii_digit());
            part.parse().ok().filter(|number| digits && *number > 0).ok_or(())
        };
        match text.split_once('-') {
            None => number(text).map(|only| Paragraphs(only..=only)),
            Some((first, last)) => {
                let (first, last) = (number(first)?, number(last)?);
                if first < last { Ok(Paragraphs(first..=last)) } else { Err(()) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_numbers_and_ranges() {
        assert_eq!("12".parse(), Ok(Paragraphs(12..=12)));
        assert_eq!("14-15".parse(), Ok(Paragraphs(14..=15)));
        for wrong in ["", "0", "15-14", "3-3", "12.", "+1", "1–2", "one"] {
            assert_eq!(wrong.parse::<Paragraphs>(), Err(()), "{wrong}");
        }
    }
}
