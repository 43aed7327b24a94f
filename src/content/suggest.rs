//! “Did you mean …”: the known word that is nearest to an unknown one.

use strsim::osa_distance;

/// The candidate that was probably meant: nearly the same word, or one that the word begins or is part of.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let tolerance = 1 + word.chars().count() / 4;
    let ranked = candidates.into_iter().filter_map(|candidate| {
        let distance = osa_distance(&word, &candidate.to_lowercase());
        let rank = if distance <= tolerance && distance < word.chars().count() {
            (0, distance)
        } else if begins(candidate, &word) {
            (1, distance)
        } else if begins(&word, candidate) {
            (2, distance)
        } else if word.len() > 3 && candidate.split('-').any(|part| part == word) {
            (3, distance)
        } else {
            return None;
        };
        Some((rank, candidate))
    });
    ranked.min().map(|(_, candidate)| candidate)
}

fn begins(whole: &str, start: &str) -> bool {
    start.len() > 2 && whole.strip_prefix(start).is_some_and(|rest| rest.starts_with('-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_meant() {
        let known = ["lyon-turin-railway", "railway", "north-sea", "brittany", "stance", "source"];
        for (word, meant) in [
            ("lyon", Some("lyon-turin-railway")),
            ("stanse", Some("stance")),
            ("birttany", Some("brittany")),
            ("Railway", Some("railway")),
            ("brittany-province", Some("brittany")),
            ("north", Some("north-sea")),
            ("lisbon", None),
            ("x", None),
        ] {
            assert_eq!(nearest(word, known), meant, "{word}");
        }
    }
}
