//! Sorting in place: a merge sort whose merges rotate, so that it needs no memory.

use prelude::v1::*;
use cmp::Ordering;

/// Runs up to this long are sorted by insertion.
const SHORT: usize = 16;

fn insertion<T>(items: &mut [T], compare: fn(&T, &T) -> Ordering) {
    let mut end = 1;
    while end < items.len() {
        let mut at = end;
        while at > 0 && compare(&items[at], &items[at - 1]) == Ordering::Less {
            items.swap(at, at - 1);
            at -= 1;
        }
        end += 1;
    }
}

/// How many of the sorted items come before `item`; with `or_equal`, equal ones do.
fn rank<T>(items: &[T], item: &T, or_equal: bool, compare: fn(&T, &T) -> Ordering) -> usize {
    let mut low = 0;
    let mut high = items.len();
    while low < high {
        let middle = low + (high - low) / 2;
        let is_before = match compare(&items[middle], item) {
            Ordering::Less => true,
            Ordering::Equal => or_equal,
            Ordering::Greater => false,
        };
        if is_before {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

/// Merges two sorted halves: splits the longer in the middle, finds that place in the other,
/// and brings both lower parts before both upper ones.
fn merge<T>(items: &mut [T], middle: usize, compare: fn(&T, &T) -> Ordering) {
    let len = items.len();
    if middle == 0 || middle == len
        || compare(&items[middle], &items[middle - 1]) != Ordering::Less {
        return;
    }
    if len == 2 {
        items.swap(0, 1);
        return;
    }
    let left;
    let right;
    unsafe {
        if middle >= len - middle {
            left = middle / 2;
            right = middle + rank(items.part(middle, len), &items[left], false, compare);
        } else {
            right = middle + (len - middle) / 2;
            left = rank(items.part(0, middle), &items[right], true, compare);
        }
        items.part_mut(left, right).rotate_left(middle - left);
        let split = left + (right - middle);
        merge(items.part_mut(0, split), left, compare);
        merge(items.part_mut(split, len), right - split, compare);
    }
}

/// Stable.
pub fn sort_by<T>(items: &mut [T], compare: fn(&T, &T) -> Ordering) {
    let len = items.len();
    if len <= SHORT {
        return insertion(items, compare);
    }
    let middle = len / 2;
    unsafe {
        sort_by(items.part_mut(0, middle), compare);
        sort_by(items.part_mut(middle, len), compare);
    }
    merge(items, middle, compare);
}
