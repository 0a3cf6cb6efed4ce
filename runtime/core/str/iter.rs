//! Iterators over text.

use prelude::v1::*;
use char;
use slice;
use str::{self, Pattern};

// ---- bytes and characters ----

#[derive(Clone)]
pub struct Bytes {
    iter: slice::Iter<u8>,
}

#[inline]
pub fn bytes(text: &str) -> Bytes {
    Bytes { iter: text.as_bytes().iter() }
}

impl Iterator for Bytes {
    type Item = u8;

    #[inline]
    fn next(&mut self) -> Option<u8> {
        match self.iter.next() {
            Some(byte) => Some(*byte),
            None => None,
        }
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.iter.size_hint()
    }
}

impl DoubleEndedIterator for Bytes {
    #[inline]
    fn next_back(&mut self) -> Option<u8> {
        match self.iter.next_back() {
            Some(byte) => Some(*byte),
            None => None,
        }
    }
}

impl ExactSizeIterator for Bytes {}

#[derive(Clone)]
pub struct Chars {
    iter: slice::Iter<u8>,
}

#[inline]
pub fn chars(text: &str) -> Chars {
    Chars { iter: text.as_bytes().iter() }
}

impl Chars {
    #[inline]
    pub fn as_str(&self) -> &str {
        unsafe { str::from_utf8_unchecked(self.iter.as_slice()) }
    }

    /// The lower six bits of the next byte, which is there.
    #[inline]
    fn continuation(&mut self) -> u32 {
        match self.iter.next() {
            Some(byte) => (*byte & 0x3F) as u32,
            None => 0,
        }
    }
}

impl Iterator for Chars {
    type Item = char;

    #[inline]
    fn next(&mut self) -> Option<char> {
        let first = match self.iter.next() {
            Some(byte) => *byte as u32,
            None => return None,
        };
        let code = if first < 0x80 {
            first
        } else if first < 0xE0 {
            (first & 0x1F) << 6 | self.continuation()
        } else if first < 0xF0 {
            let second = self.continuation();
            (first & 0x0F) << 12 | second << 6 | self.continuation()
        } else {
            let second = self.continuation();
            let third = self.continuation();
            (first & 0x07) << 18 | second << 12 | third << 6 | self.continuation()
        };
        Some(unsafe { char::from_u32_unchecked(code) })
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        let (bytes, _) = self.iter.size_hint();
        ((bytes + 3) / 4, Some(bytes))
    }
}

impl DoubleEndedIterator for Chars {
    #[inline]
    fn next_back(&mut self) -> Option<char> {
        let mut code: u32 = 0;
        let mut shift = 0;
        loop {
            let byte = match self.iter.next_back() {
                Some(byte) => *byte as u32,
                None => return None,
            };
            if byte & 0xC0 == 0x80 {
                code |= (byte & 0x3F) << shift;
                shift += 6;
                continue;
            }
            // The first byte holds the fewer bits the more bytes follow.
            let mask = if shift == 0 { 0x7F } else { 0x7F >> (shift / 6 + 1) };
            code |= (byte & mask) << shift;
            return Some(unsafe { char::from_u32_unchecked(code) });
        }
    }
}

#[derive(Clone)]
pub struct CharIndices {
    chars: Chars,
    at: usize,
}

#[inline]
pub fn char_indices(text: &str) -> CharIndices {
    CharIndices { chars: text.chars(), at: 0 }
}

impl CharIndices {
    #[inline]
    pub fn as_str(&self) -> &str {
        self.chars.as_str()
    }
}

impl Iterator for CharIndices {
    type Item = (usize, char);

    #[inline]
    fn next(&mut self) -> Option<(usize, char)> {
        match self.chars.next() {
            Some(c) => {
                let at = self.at;
                self.at += c.len_utf8();
                Some((at, c))
            }
            None => None,
        }
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.chars.size_hint()
    }
}

impl DoubleEndedIterator for CharIndices {
    #[inline]
    fn next_back(&mut self) -> Option<(usize, char)> {
        match self.chars.next_back() {
            Some(c) => Some((self.at + self.chars.as_str().len(), c)),
            None => None,
        }
    }
}

// ---- parts ----

/// The parts between matches.
pub struct Split<P> {
    text: &'static str,
    /// Of what is left: the part that comes next begins and the last one ends there.
    start: usize,
    end: usize,
    /// Where the search goes on; beyond `start` after an empty match.
    from: usize,
    /// Where the search from the end goes on, if it does.
    to: Option<usize>,
    is_over: bool,
    pattern: P,
}

#[inline]
pub fn split<P: Pattern>(text: &str, pattern: P) -> Split<P> {
    Split {
        text: text,
        start: 0,
        end: text.len(),
        from: 0,
        to: Some(text.len()),
        is_over: false,
        pattern: pattern,
    }
}

impl<P: Pattern> Split<P> {
    /// The next match, and the search goes on behind it.
    fn next_match(&mut self) -> Option<(usize, usize)> {
        if self.from > self.text.len() {
            return None;
        }
        match self.pattern.find_in(self.text, self.from) {
            Some((start, end)) if end <= self.end => {
                self.from = end;
                if start == end {
                    // An empty match: the next one is a character further.
                    self.from += 1;
                    while self.from < self.text.len() && !self.text.is_char_boundary(self.from) {
                        self.from += 1;
                    }
                }
                Some((start, end))
            }
            _ => None,
        }
    }

    /// The last match, and the search from the end goes on before it.
    fn last_match(&mut self) -> Option<(usize, usize)> {
        let to = match self.to {
            Some(to) => to,
            None => return None,
        };
        match self.pattern.rfind_in(self.text, to) {
            Some((start, end)) if start >= self.start => {
                self.to = Some(start);
                if start == end {
                    // An empty match: the next one is a character before.
                    let before = unsafe { self.text.slice_unchecked(0, start) };
                    self.to = match before.chars().next_back() {
                        Some(c) => Some(start - c.len_utf8()),
                        None => None,
                    };
                }
                Some((start, end))
            }
            _ => None,
        }
    }

    /// What is left, as the last part.
    fn finish(&mut self) -> &str {
        self.is_over = true;
        unsafe { self.text.slice_unchecked(self.start, self.end) }
    }
}

impl<P: Pattern> Iterator for Split<P> {
    type Item = &str;

    fn next(&mut self) -> Option<&str> {
        if self.is_over {
            return None;
        }
        match self.next_match() {
            Some((start, end)) => {
                let part = unsafe { self.text.slice_unchecked(self.start, start) };
                self.start = end;
                Some(part)
            }
            None => Some(self.finish()),
        }
    }
}

impl<P: Pattern> DoubleEndedIterator for Split<P> {
    fn next_back(&mut self) -> Option<&str> {
        if self.is_over {
            return None;
        }
        match self.last_match() {
            Some((start, end)) => {
                let part = unsafe { self.text.slice_unchecked(end, self.end) };
                self.end = start;
                Some(part)
            }
            None => Some(self.finish()),
        }
    }
}

pub struct RSplit<P> {
    parts: Split<P>,
}

#[inline]
pub fn rsplit<P: Pattern>(text: &str, pattern: P) -> RSplit<P> {
    RSplit { parts: split(text, pattern) }
}

impl<P: Pattern> Iterator for RSplit<P> {
    type Item = &str;

    fn next(&mut self) -> Option<&str> {
        self.parts.next_back()
    }
}

/// At most a number of parts: the last one is not split.
pub struct SplitN<P> {
    parts: Split<P>,
    left: usize,
}

#[inline]
pub fn splitn<P: Pattern>(text: &str, count: usize, pattern: P) -> SplitN<P> {
    SplitN { parts: split(text, pattern), left: count }
}

impl<P: Pattern> Iterator for SplitN<P> {
    type Item = &str;

    fn next(&mut self) -> Option<&str> {
        if self.left == 0 {
            return None;
        }
        self.left -= 1;
        if self.left == 0 {
            if self.parts.is_over { None } else { Some(self.parts.finish()) }
        } else {
            self.parts.next()
        }
    }
}

/// The parts before matches, and what is left if it is not empty.
pub struct SplitTerminator<P> {
    parts: Split<P>,
}

#[inline]
pub fn split_terminator<P: Pattern>(text: &str, pattern: P) -> SplitTerminator<P> {
    SplitTerminator { parts: split(text, pattern) }
}

impl<P: Pattern> Iterator for SplitTerminator<P> {
    type Item = &str;

    fn next(&mut self) -> Option<&str> {
        let part = self.parts.next();
        match part {
            Some(text) if self.parts.is_over && text.is_empty() => None,
            other => other,
        }
    }
}

/// Where matches begin, and the matches.
pub struct MatchIndices<P> {
    parts: Split<P>,
}

#[inline]
pub fn match_indices<P: Pattern>(text: &str, pattern: P) -> MatchIndices<P> {
    MatchIndices { parts: split(text, pattern) }
}

impl<P: Pattern> Iterator for MatchIndices<P> {
    type Item = (usize, &str);

    fn next(&mut self) -> Option<(usize, &str)> {
        match self.parts.next_match() {
            Some((start, end)) => {
                Some((start, unsafe { self.parts.text.slice_unchecked(start, end) }))
            }
            None => None,
        }
    }
}

pub struct Lines {
    parts: SplitTerminator<char>,
}

#[inline]
pub fn lines(text: &str) -> Lines {
    Lines { parts: split_terminator(text, '\n') }
}

impl Iterator for Lines {
    type Item = &str;

    fn next(&mut self) -> Option<&str> {
        match self.parts.next() {
            Some(line) => {
                // Only a line that ended in a line feed can have ended in both.
                if line.ends_with('\r') && !self.parts.parts.is_over {
                    Some(unsafe { line.slice_unchecked(0, line.len() - 1) })
                } else {
                    Some(line)
                }
            }
            None => None,
        }
    }
}

#[derive(Clone)]
pub struct SplitWhitespace {
    rest: &'static str,
}

#[inline]
pub fn split_whitespace(text: &str) -> SplitWhitespace {
    SplitWhitespace { rest: text }
}

impl Iterator for SplitWhitespace {
    type Item = &str;

    fn next(&mut self) -> Option<&str> {
        let text = self.rest.trim_left();
        if text.is_empty() {
            self.rest = text;
            return None;
        }
        for (at, c) in text.char_indices() {
            if c.is_whitespace() {
                self.rest = unsafe { text.slice_unchecked(at, text.len()) };
                return Some(unsafe { text.slice_unchecked(0, at) });
            }
        }
        self.rest = "";
        Some(text)
    }
}

impl DoubleEndedIterator for SplitWhitespace {
    fn next_back(&mut self) -> Option<&str> {
        let text = self.rest.trim_right();
        if text.is_empty() {
            self.rest = text;
            return None;
        }
        let mut chars = text.char_indices();
        while let Some((at, c)) = chars.next_back() {
            if c.is_whitespace() {
                let start = at + c.len_utf8();
                self.rest = unsafe { text.slice_unchecked(0, at) };
                return Some(unsafe { text.slice_unchecked(start, text.len()) });
            }
        }
        self.rest = "";
        Some(text)
    }
}
