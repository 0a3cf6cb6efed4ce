//! What text has beyond core: that which makes new text.

use core::str::Pattern;
use string::String;

#[lang = "inherent"]
impl str {
    #[inline]
    pub fn to_owned(&self) -> String {
        unsafe { String::from_utf8_unchecked(self.as_bytes().to_vec()) }
    }

    #[inline]
    pub fn to_string(&self) -> String {
        self.to_owned()
    }

    pub fn to_lowercase(&self) -> String {
        let mut text = String::with_capacity(self.len());
        for (at, c) in self.char_indices() {
            if c == '\u{3A3}' {
                // Sigma has a form of its own at the end of a word.
                text.push(if self.ends_word(at) { '\u{3C2}' } else { '\u{3C3}' });
                continue;
            }
            for letter in c.to_lowercase() {
                text.push(letter);
            }
        }
        text
    }

    /// Whether a word ends with the two bytes of the letter at `at`.
    fn ends_word(&self, at: usize) -> bool {
        let is_after_letter = match self[..at].chars().next_back() {
            Some(c) => c.is_alphabetic(),
            None => false,
        };
        let is_before_letter = match self[at + 2..].chars().next() {
            Some(c) => c.is_alphabetic(),
            None => false,
        };
        is_after_letter && !is_before_letter
    }

    pub fn to_uppercase(&self) -> String {
        let mut text = String::with_capacity(self.len());
        for c in self.chars() {
            for letter in c.to_uppercase() {
                text.push(letter);
            }
        }
        text
    }

    pub fn to_ascii_uppercase(&self) -> String {
        let mut text = String::with_capacity(self.len());
        for c in self.chars() {
            text.push(c.to_ascii_uppercase());
        }
        text
    }

    pub fn to_ascii_lowercase(&self) -> String {
        let mut text = String::with_capacity(self.len());
        for c in self.chars() {
            text.push(c.to_ascii_lowercase());
        }
        text
    }

    pub fn repeat(&self, count: usize) -> String {
        let mut text = String::with_capacity(self.len() * count);
        let mut made = 0;
        while made < count {
            text.push_str(self);
            made += 1;
        }
        text
    }

    pub fn replace<P: Pattern>(&self, from: P, to: &str) -> String {
        self.replacen(from, to, usize::max_value())
    }

    pub fn replacen<P: Pattern>(&self, from: P, to: &str, count: usize) -> String {
        let mut text = String::new();
        let mut kept = 0;
        let mut left = count;
        for (start, part) in self.match_indices(from) {
            if left == 0 {
                break;
            }
            left -= 1;
            text.push_str(&self[kept..start]);
            text.push_str(to);
            kept = start + part.len();
        }
        text.push_str(&self[kept..]);
        text
    }

    pub fn escape_default(&self) -> String {
        let mut text = String::with_capacity(self.len());
        for c in self.chars() {
            for part in c.escape_default() {
                text.push(part);
            }
        }
        text
    }

    pub fn escape_debug(&self) -> String {
        let mut text = String::with_capacity(self.len());
        for c in self.chars() {
            for part in c.escape_debug() {
                text.push(part);
            }
        }
        text
    }

    pub fn escape_unicode(&self) -> String {
        let mut text = String::new();
        for c in self.chars() {
            for part in c.escape_unicode() {
                text.push(part);
            }
        }
        text
    }
}
