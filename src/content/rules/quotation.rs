//! Quotations stay short: the atlas retells, it does not copy.

use super::Rule;
use crate::field::Field;
use crate::reading::Reading;

/// The most words a quotation may have.
const LONGEST: usize = 11;

/// Pairs of marks that open and close a quotation, in the scripts of the atlas.
const MARKS: [(char, char); 4] = [('“', '”'), ('„', '“'), ('«', '»'), ('"', '"')];

/// The quotations in a text, without their marks.
pub(crate) fn quotations(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((start, open)) = rest.char_indices().find(|(_, letter)| MARKS.iter().any(|(open, _)| open == letter))
    {
        let inside = &rest[start + open.len_utf8()..];
        let end = MARKS.iter().filter(|(mark, _)| *mark == open).filter_map(|(_, close)| inside.find(*close)).min();
        match end {
            Some(end) => {
                found.push(&inside[..end]);
                let close = inside[end..].chars().next().map_or(0, char::len_utf8);
                rest = &inside[end + close..];
            }
            None => rest = inside,
        }
    }
    found
}

/// The number of words in a quotation.
pub(crate) fn words(quotation: &str) -> usize {
    quotation.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

/// Reports quotations that are too long.
pub(super) fn short(field: Field<'_>, text: &str, reading: &mut Reading) {
    for quotation in quotations(text) {
        let count = words(quotation);
        if count > LONGEST {
            let start: Vec<&str> = quotation.split_whitespace().take(4).collect();
            let message = format!("{} quotes {count} words: “{} …”.", field.called(reading), start.join(" "));
            let remedy = format!("Quote at most {LONGEST} words, and say the rest in words of our own.");
            reading.report(field.node.at, Rule::LongQuotation, message, remedy);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_quotations_in_all_marks() {
        let text = "He calls it “a lever” and \"a gate\"; «ворота», „Tor“, an open “ mark.";
        assert_eq!(quotations(text), ["a lever", "a gate", "ворота", "Tor"]);
    }

    #[test]
    fn counts_words_and_not_dashes() {
        assert_eq!(words("the road – 7,200 km – is long"), 6);
    }
}
