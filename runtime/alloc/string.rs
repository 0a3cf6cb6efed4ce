//! Text that grows: a vector of bytes that are UTF-8.

use core::cmp::Ordering;
use core::fmt::{self, Debug, Display, Formatter, Write};
use core::iter::{Extend, Feed, FromIterator};
use core::ops::{Add, AddAssign, Deref, DerefMut, Index, Range, RangeFrom, RangeFull, RangeTo};
use core::ptr;
use core::str::{self, FromStr, Utf8Error};
use boxed::Box;
use vec::Vec;

pub use core::string::ToString;

#[lang = "string"]
pub struct String {
    bytes: Vec<u8>,
}

/// Why bytes are no text, and the bytes.
#[derive(Debug)]
pub struct FromUtf8Error {
    bytes: Vec<u8>,
    error: Utf8Error,
}

impl FromUtf8Error {
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    pub fn utf8_error(&self) -> Utf8Error {
        self.error
    }
}

impl Display for FromUtf8Error {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        Display::fmt(&self.error, f)
    }
}

impl String {
    #[inline]
    pub fn new() -> String {
        String { bytes: Vec::new() }
    }

    #[inline]
    pub fn with_capacity(count: usize) -> String {
        String { bytes: Vec::with_capacity(count) }
    }

    pub fn from_utf8(bytes: Vec<u8>) -> Result<String, FromUtf8Error> {
        let error = match str::from_utf8(&bytes) {
            Ok(_) => None,
            Err(error) => Some(error),
        };
        match error {
            None => Ok(String { bytes: bytes }),
            Some(error) => Err(FromUtf8Error { bytes: bytes, error: error }),
        }
    }

    #[inline]
    pub unsafe fn from_utf8_unchecked(bytes: Vec<u8>) -> String {
        String { bytes: bytes }
    }

    /// What is no UTF-8 becomes U+FFFD.
    pub fn from_utf8_lossy(bytes: &[u8]) -> String {
        let mut text = String::new();
        let mut rest = bytes;
        loop {
            match str::from_utf8(rest) {
                Ok(valid) => {
                    text.push_str(valid);
                    return text;
                }
                Err(error) => {
                    let end = error.valid_up_to();
                    text.push_str(unsafe { str::from_utf8_unchecked(&rest[..end]) });
                    text.push('\u{FFFD}');
                    match error.error_len() {
                        Some(length) => rest = &rest[end + length..],
                        None => return text,
                    }
                }
            }
        }
    }

    #[inline]
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    pub fn into_boxed_str(self) -> Box<str> {
        let raw = Box::into_raw(self.bytes.into_boxed_slice());
        unsafe { Box::from_raw(raw as *mut str) }
    }

    #[inline]
    pub fn as_str(&self) -> &str {
        unsafe { str::from_utf8_unchecked(self.bytes.as_slice()) }
    }

    #[inline]
    pub fn as_bytes(&self) -> &[u8] {
        self.bytes.as_slice()
    }

    #[inline]
    pub unsafe fn as_mut_vec(&mut self) -> &mut Vec<u8> {
        &mut self.bytes
    }

    #[inline]
    pub fn len(&self) -> usize {
        self.bytes.len()
    }

    #[inline]
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    #[inline]
    pub fn capacity(&self) -> usize {
        self.bytes.capacity()
    }

    #[inline]
    pub fn reserve(&mut self, more: usize) {
        self.bytes.reserve(more);
    }

    #[inline]
    pub fn reserve_exact(&mut self, more: usize) {
        self.bytes.reserve_exact(more);
    }

    #[inline]
    pub fn shrink_to_fit(&mut self) {
        self.bytes.shrink_to_fit();
    }

    pub fn push_str(&mut self, text: &str) {
        let count = text.len();
        self.bytes.reserve(count);
        let len = self.bytes.len();
        unsafe {
            let end = self.bytes.as_mut_ptr().offset(len as isize);
            ptr::copy_nonoverlapping(text.as_ptr(), end, count);
            self.bytes.set_len(len + count);
        }
    }

    pub fn push(&mut self, c: char) {
        let mut buffer = [0u8; 4];
        self.push_str(c.encode_utf8(&mut buffer));
    }

    pub fn pop(&mut self) -> Option<char> {
        let last = self.as_str().chars().next_back();
        match last {
            Some(c) => {
                let len = self.bytes.len() - c.len_utf8();
                self.bytes.truncate(len);
                Some(c)
            }
            None => None,
        }
    }

    pub fn truncate(&mut self, len: usize) {
        if len <= self.len() {
            assert!(self.as_str().is_char_boundary(len));
            self.bytes.truncate(len);
        }
    }

    pub fn remove(&mut self, index: usize) -> char {
        let c = match self.as_str()[index..].chars().next() {
            Some(c) => c,
            None => panic!("cannot remove a char from the end of a string"),
        };
        let mut left = c.len_utf8();
        while left != 0 {
            self.bytes.remove(index);
            left -= 1;
        }
        c
    }

    pub fn insert(&mut self, index: usize, c: char) {
        let mut buffer = [0u8; 4];
        self.insert_str(index, c.encode_utf8(&mut buffer));
    }

    pub fn insert_str(&mut self, index: usize, text: &str) {
        assert!(self.as_str().is_char_boundary(index));
        let tail = self.bytes.split_off(index);
        self.push_str(text);
        self.bytes.extend_from_slice(&tail);
    }

    #[inline]
    pub fn clear(&mut self) {
        self.bytes.clear();
    }

    pub fn split_off(&mut self, at: usize) -> String {
        assert!(self.as_str().is_char_boundary(at));
        String { bytes: self.bytes.split_off(at) }
    }

    /// By characters, or by texts.
    #[inline]
    pub fn extend<I: Feed<String>>(&mut self, items: I) {
        items.feed(self);
    }
}

impl Deref for String {
    type Target = str;

    #[inline]
    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl DerefMut for String {
    #[inline]
    fn deref_mut(&mut self) -> &mut str {
        unsafe { ::core::mem::transmute::<&mut [u8], &mut str>(self.bytes.as_mut_slice()) }
    }
}

impl Write for String {
    #[inline]
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.push_str(text);
        Ok(())
    }

    #[inline]
    fn write_char(&mut self, c: char) -> fmt::Result {
        self.push(c);
        Ok(())
    }
}

impl Clone for String {
    fn clone(&self) -> String {
        String { bytes: self.bytes.clone() }
    }
}

impl Default for String {
    #[inline]
    fn default() -> String {
        String::new()
    }
}

impl Display for String {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        Display::fmt(self.as_str(), f)
    }
}

impl Debug for String {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        Debug::fmt(self.as_str(), f)
    }
}

// ---- comparison ----

impl PartialEq for String {
    #[inline]
    fn eq(&self, other: &String) -> bool {
        self.as_str() == other.as_str()
    }
}

impl PartialEq<str> for String {
    #[inline]
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for String {
    #[inline]
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl PartialEq<String> for str {
    #[inline]
    fn eq(&self, other: &String) -> bool {
        self == other.as_str()
    }
}

impl PartialEq<String> for &str {
    #[inline]
    fn eq(&self, other: &String) -> bool {
        *self == other.as_str()
    }
}

impl Eq for String {}

impl PartialOrd for String {
    #[inline]
    fn partial_cmp(&self, other: &String) -> Option<Ordering> {
        Some(self.as_str().cmp(other.as_str()))
    }
}

impl Ord for String {
    #[inline]
    fn cmp(&self, other: &String) -> Ordering {
        self.as_str().cmp(other.as_str())
    }
}

// ---- operators ----

impl Add<&str> for String {
    type Output = String;

    #[inline]
    fn add(self, text: &str) -> String {
        let mut sum = self;
        sum.push_str(text);
        sum
    }
}

impl AddAssign<&str> for String {
    #[inline]
    fn add_assign(&mut self, text: &str) {
        self.push_str(text);
    }
}

impl Index<Range<usize>> for String {
    type Output = str;

    #[inline]
    fn index(&self, index: Range<usize>) -> &str {
        &self.as_str()[index]
    }
}

impl Index<RangeFrom<usize>> for String {
    type Output = str;

    #[inline]
    fn index(&self, index: RangeFrom<usize>) -> &str {
        &self.as_str()[index]
    }
}

impl Index<RangeTo<usize>> for String {
    type Output = str;

    #[inline]
    fn index(&self, index: RangeTo<usize>) -> &str {
        &self.as_str()[index]
    }
}

impl Index<RangeFull> for String {
    type Output = str;

    #[inline]
    fn index(&self, _index: RangeFull) -> &str {
        self.as_str()
    }
}

// ---- conversions ----

impl From<&str> for String {
    fn from(text: &str) -> String {
        text.to_owned()
    }
}

impl From<char> for String {
    fn from(c: char) -> String {
        let mut text = String::new();
        text.push(c);
        text
    }
}

impl From<String> for Vec<u8> {
    #[inline]
    fn from(text: String) -> Vec<u8> {
        text.bytes
    }
}

impl AsRef<str> for String {
    #[inline]
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl AsRef<[u8]> for String {
    #[inline]
    fn as_ref(&self) -> &[u8] {
        self.as_bytes()
    }
}

/// Nothing can be wrong with a text that is to be a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ParseError {}

impl Display for ParseError {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        f.write_str("")
    }
}

impl FromStr for String {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<String, ParseError> {
        Ok(text.to_owned())
    }
}

impl Extend<char> for String {
    #[inline]
    fn take_in(&mut self, item: char) {
        self.push(item);
    }
}

impl FromIterator<char> for String {
    fn with_room(count: usize) -> String {
        String::with_capacity(count)
    }

    #[inline]
    fn collect_one(&mut self, item: char) {
        self.push(item);
    }
}

impl Extend<&char> for String {
    #[inline]
    fn take_in(&mut self, item: &char) {
        self.push(*item);
    }
}

impl FromIterator<&char> for String {
    fn with_room(count: usize) -> String {
        String::with_capacity(count)
    }

    #[inline]
    fn collect_one(&mut self, item: &char) {
        self.push(*item);
    }
}

impl Extend<&str> for String {
    #[inline]
    fn take_in(&mut self, item: &str) {
        self.push_str(item);
    }
}

impl FromIterator<&str> for String {
    fn with_room(count: usize) -> String {
        String::with_capacity(count)
    }

    #[inline]
    fn collect_one(&mut self, item: &str) {
        self.push_str(item);
    }
}

impl Extend<String> for String {
    #[inline]
    fn take_in(&mut self, item: String) {
        self.push_str(&item);
    }
}

impl FromIterator<String> for String {
    fn with_room(count: usize) -> String {
        String::with_capacity(count)
    }

    #[inline]
    fn collect_one(&mut self, item: String) {
        self.push_str(&item);
    }
}

impl<T: Display> ToString for T {
    type Text = String;

    fn to_string(&self) -> String {
        let mut text = String::new();
        if write!(text, "{}", self).is_err() {
            panic!("a Display implementation returned an error unexpectedly");
        }
        text
    }
}
