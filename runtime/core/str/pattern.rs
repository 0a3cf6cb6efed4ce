//! What can be looked for in a text: a character, one of several, a text.

use prelude::v1::*;

#[lang = "known_trait"]
pub trait Pattern {
    /// Start and end of the first match that does not begin before `from`.
    fn find_in(&self, text: &str, from: usize) -> Option<(usize, usize)>;
    /// Start and end of the last match that does not end after `to`.
    fn rfind_in(&self, text: &str, to: usize) -> Option<(usize, usize)>;
    /// The end of the match at the beginning.
    fn prefix_of(&self, text: &str) -> Option<usize>;
    /// The start of the match at the end.
    fn suffix_of(&self, text: &str) -> Option<usize>;
}

// ---- texts ----

/// Whether `wanted` stands at `at`, where there is room for it.
fn is_at(bytes: &[u8], at: usize, wanted: &[u8]) -> bool {
    let mut i = 0;
    while i < wanted.len() {
        if bytes[at + i] != wanted[i] {
            return false;
        }
        i += 1;
    }
    true
}

/// The empty text is found where characters begin.
impl Pattern for &str {
    fn find_in(&self, text: &str, from: usize) -> Option<(usize, usize)> {
        let bytes = text.as_bytes();
        let wanted = self.as_bytes();
        let mut at = from;
        while at + wanted.len() <= bytes.len() {
            if is_at(bytes, at, wanted) && text.is_char_boundary(at) {
                return Some((at, at + wanted.len()));
            }
            at += 1;
        }
        None
    }

    fn rfind_in(&self, text: &str, to: usize) -> Option<(usize, usize)> {
        let bytes = text.as_bytes();
        let wanted = self.as_bytes();
        if wanted.len() > to {
            return None;
        }
        let mut at = to - wanted.len();
        loop {
            if is_at(bytes, at, wanted) && text.is_char_boundary(at) {
                return Some((at, at + wanted.len()));
            }
            if at == 0 {
                return None;
            }
            at -= 1;
        }
    }

    fn prefix_of(&self, text: &str) -> Option<usize> {
        let wanted = self.as_bytes();
        if wanted.len() <= text.len() && is_at(text.as_bytes(), 0, wanted) {
            Some(wanted.len())
        } else {
            None
        }
    }

    fn suffix_of(&self, text: &str) -> Option<usize> {
        let wanted = self.as_bytes();
        if wanted.len() > text.len() {
            return None;
        }
        let start = text.len() - wanted.len();
        if is_at(text.as_bytes(), start, wanted) { Some(start) } else { None }
    }
}

impl Pattern for &&str {
    fn find_in(&self, text: &str, from: usize) -> Option<(usize, usize)> {
        (**self).find_in(text, from)
    }

    fn rfind_in(&self, text: &str, to: usize) -> Option<(usize, usize)> {
        (**self).rfind_in(text, to)
    }

    fn prefix_of(&self, text: &str) -> Option<usize> {
        (**self).prefix_of(text)
    }

    fn suffix_of(&self, text: &str) -> Option<usize> {
        (**self).suffix_of(text)
    }
}

// ---- characters ----

impl Pattern for char {
    fn find_in(&self, text: &str, from: usize) -> Option<(usize, usize)> {
        let rest = unsafe { text.slice_unchecked(from, text.len()) };
        for (at, c) in rest.char_indices() {
            if c == *self {
                return Some((from + at, from + at + c.len_utf8()));
            }
        }
        None
    }

    fn rfind_in(&self, text: &str, to: usize) -> Option<(usize, usize)> {
        let start = unsafe { text.slice_unchecked(0, to) };
        let mut chars = start.char_indices();
        while let Some((at, c)) = chars.next_back() {
            if c == *self {
                return Some((at, at + c.len_utf8()));
            }
        }
        None
    }

    fn prefix_of(&self, text: &str) -> Option<usize> {
        match text.chars().next() {
            Some(c) if c == *self => Some(c.len_utf8()),
            _ => None,
        }
    }

    fn suffix_of(&self, text: &str) -> Option<usize> {
        match text.chars().next_back() {
            Some(c) if c == *self => Some(text.len() - c.len_utf8()),
            _ => None,
        }
    }
}

// ---- one of several characters ----

impl Pattern for &[char] {
    fn find_in(&self, text: &str, from: usize) -> Option<(usize, usize)> {
        let rest = unsafe { text.slice_unchecked(from, text.len()) };
        for (at, c) in rest.char_indices() {
            if self.contains(&c) {
                return Some((from + at, from + at + c.len_utf8()));
            }
        }
        None
    }

    fn rfind_in(&self, text: &str, to: usize) -> Option<(usize, usize)> {
        let start = unsafe { text.slice_unchecked(0, to) };
        let mut chars = start.char_indices();
        while let Some((at, c)) = chars.next_back() {
            if self.contains(&c) {
                return Some((at, at + c.len_utf8()));
            }
        }
        None
    }

    fn prefix_of(&self, text: &str) -> Option<usize> {
        match text.chars().next() {
            Some(c) if self.contains(&c) => Some(c.len_utf8()),
            _ => None,
        }
    }

    fn suffix_of(&self, text: &str) -> Option<usize> {
        match text.chars().next_back() {
            Some(c) if self.contains(&c) => Some(text.len() - c.len_utf8()),
            _ => None,
        }
    }
}

// ---- characters that a function tells ----

impl Pattern for fn(char) -> bool {
    fn find_in(&self, text: &str, from: usize) -> Option<(usize, usize)> {
        let rest = unsafe { text.slice_unchecked(from, text.len()) };
        for (at, c) in rest.char_indices() {
            if (*self)(c) {
                return Some((from + at, from + at + c.len_utf8()));
            }
        }
        None
    }

    fn rfind_in(&self, text: &str, to: usize) -> Option<(usize, usize)> {
        let start = unsafe { text.slice_unchecked(0, to) };
        let mut chars = start.char_indices();
        while let Some((at, c)) = chars.next_back() {
            if (*self)(c) {
                return Some((at, at + c.len_utf8()));
            }
        }
        None
    }

    fn prefix_of(&self, text: &str) -> Option<usize> {
        match text.chars().next() {
            Some(c) if (*self)(c) => Some(c.len_utf8()),
            _ => None,
        }
    }

    fn suffix_of(&self, text: &str) -> Option<usize> {
        match text.chars().next_back() {
            Some(c) if (*self)(c) => Some(text.len() - c.len_utf8()),
            _ => None,
        }
    }
}
