//! “Did you mean …”: the known word that is nearest to an unknown one.

/// The candidate that was probably meant: nearly the same word, or one that the word begins or is part of.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let tolerance = 1 + word.chars().count() / 4;
    let ranked = candidates.into_iter().filter_map(|candidate| {
        let distance = edits(&word, &candidate.to_lowercase());
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

/// Number of letters to insert, drop, replace or swap with the next to get from one word to the other.
fn edits(from: &str, to: &str) -> usize {
    let (from, to): (Vec<char>, Vec<char>) = (from.chars().collect(), to.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=to.len()).collect();
    for (i, letter) in from.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, other) in to.iter().enumerate() {
            let replaced = last[j] + usize::from(letter != other);
            let mut best = replaced.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *letter == to[j - 1] && from[i - 1] == *other {
                best = best.min(before[j - 1] + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut last, row);
    }
    last[to.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_meant() {
        let known = ["rasht-astara-railway", "railway", "caspian-sea", "syunik", "stance", "source"];
        for (word, meant) in [
            ("rasht", Some("rasht-astara-railway")),
            ("stanse", Some("stance")),
            ("suynik", Some("syunik")),
            ("Railway", Some("railway")),
            ("syunik-province", Some("syunik")),
            ("caspian", Some("caspian-sea")),
            ("mumbai", None),
            ("x", None),
        ] {
            assert_eq!(nearest(word, known), meant, "{word}");
        }
    }
}
