//! Stable sorting, one copy of it for all types.
//!
//! The standard library's own is faster and would be compiled anew for every list that is sorted: a fifteenth of the
//! program in the browser, for lists of a few hundred names.

use std::cmp::Ordering;

/// Sorts a list; what compares equal keeps its order.
pub fn sort<T>(items: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let order = order(items.len(), &|one, other| compare(&items[one], &items[other]));
    let mut left: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(order.into_iter().filter_map(|index| left[index].take()));
}

/// Merges ever longer sorted stretches of the indices from 0 to `count`.
fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    let mut merged = order.clone();
    let mut length = 1;
    while length < count {
        for (pair, both) in order.chunks(2 * length).zip(merged.chunks_mut(2 * length)) {
            let (mut first, mut second) = pair.split_at(length.min(pair.len()));
            for slot in both {
                let next = match (first, second) {
                    ([one, ..], [other, ..]) if compare(*other, *one) == Ordering::Less => &mut second,
                    ([], _) => &mut second,
                    _ => &mut first,
                };
                if let [index, rest @ ..] = *next {
                    *slot = *index;
                    *next = rest;
                }
            }
        }
        std::mem::swap(&mut order, &mut merged);
        length *= 2;
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_same_as_the_standard_library(numbers in proptest::collection::vec((0..9u8, any::<u8>()), 0..70)) {
            let mut expected = numbers.clone();
            expected.sort_by_key(|pair| pair.0);
            let mut sorted = numbers;
            sort(&mut sorted, |one, other| one.0.cmp(&other.0));
            prop_assert_eq!(sorted, expected);
        }
    }
}
