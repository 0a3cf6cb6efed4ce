//! A library crate in the dialect, above one in C: for other crates (rlib, dylib) and, with
//! `index_longest`, for C (dylib, staticlib). It leaves the choice of an allocator to them.

extern crate words;

mod split;

use std::slice;
use std::str;

extern "C" {
    fn words_distinct(text: *const u8, length: usize) -> usize;
}

/// "5 words, 4 different, the longest is `allocator`"
pub fn summary(text: &str) -> String {
    let words = split::split(text);
    let distinct = unsafe { words_distinct(text.as_ptr(), text.len()) };
    format!("{} words, {} different, the longest is `{}`", words.len(), distinct, longest(&words))
}

fn longest(words: &Vec<String>) -> String {
    let mut best = String::new();
    for word in words.iter() {
        if word.len() > best.len() {
            best = word.clone();
        }
    }
    best
}

#[no_mangle]
pub extern "C" fn index_longest(text: *const u8, length: usize) -> usize {
    let bytes = unsafe { slice::from_raw_parts(text, length) };
    match str::from_utf8(bytes) {
        Ok(text) => longest(&split::split(text)).len(),
        Err(_) => 0,
    }
}

#[test]
fn the_longest_of_several_is_the_first() {
    assert_eq!(longest(&split::split("one three seven")), "three");
}

#[test]
fn c_is_told_of_text_that_is_none() {
    let bytes = [0xffu8, 0xfe];
    assert_eq!(index_longest(bytes.as_ptr(), bytes.len()), 0);
}

#[test]
fn words_are_counted_in_c() {
    assert_eq!(summary("a b a"), "3 words, 2 different, the longest is `a`");
}
