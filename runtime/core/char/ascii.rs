//! ASCII classes and cases, of bytes and of characters.

use prelude::v1::*;

#[lang = "inherent"]
impl u8 {
    #[inline]
    pub fn is_ascii(&self) -> bool {
        *self < 0x80
    }

    #[inline]
    pub fn to_ascii_uppercase(&self) -> u8 {
        if self.is_ascii_lowercase() { *self - 0x20 } else { *self }
    }

    #[inline]
    pub fn to_ascii_lowercase(&self) -> u8 {
        if self.is_ascii_uppercase() { *self + 0x20 } else { *self }
    }

    #[inline]
    pub fn make_ascii_uppercase(&mut self) {
        *self = self.to_ascii_uppercase();
    }

    #[inline]
    pub fn make_ascii_lowercase(&mut self) {
        *self = self.to_ascii_lowercase();
    }

    #[inline]
    pub fn eq_ignore_ascii_case(&self, other: &u8) -> bool {
        self.to_ascii_lowercase() == other.to_ascii_lowercase()
    }

    #[inline]
    pub fn is_ascii_alphabetic(&self) -> bool {
        let c = *self;
        c >= b'a' && c <= b'z' || c >= b'A' && c <= b'Z'
    }

    #[inline]
    pub fn is_ascii_uppercase(&self) -> bool {
        let c = *self;
        c >= b'A' && c <= b'Z'
    }

    #[inline]
    pub fn is_ascii_lowercase(&self) -> bool {
        let c = *self;
        c >= b'a' && c <= b'z'
    }

    #[inline]
    pub fn is_ascii_digit(&self) -> bool {
        let c = *self;
        c >= b'0' && c <= b'9'
    }

    #[inline]
    pub fn is_ascii_alphanumeric(&self) -> bool {
        let c = *self;
        c.is_ascii_alphabetic() || c.is_ascii_digit()
    }

    #[inline]
    pub fn is_ascii_hexdigit(&self) -> bool {
        let c = *self;
        c.is_ascii_digit() || c >= b'a' && c <= b'f' || c >= b'A' && c <= b'F'
    }

    #[inline]
    pub fn is_ascii_punctuation(&self) -> bool {
        let c = *self;
        c.is_ascii_graphic() && !c.is_ascii_alphanumeric()
    }

    #[inline]
    pub fn is_ascii_graphic(&self) -> bool {
        let c = *self;
        c > b' ' && c < 0x7F
    }

    #[inline]
    pub fn is_ascii_whitespace(&self) -> bool {
        let c = *self;
        c == b' ' || c == b'\t' || c == b'\n' || c == b'\r' || c == 0x0C
    }

    #[inline]
    pub fn is_ascii_control(&self) -> bool {
        let c = *self;
        c < b' ' || c == 0x7F
    }
}

#[lang = "inherent"]
impl char {
    #[inline]
    pub fn is_ascii(&self) -> bool {
        (*self as u32) < 0x80
    }

    #[inline]
    pub fn to_ascii_uppercase(&self) -> char {
        if self.is_ascii() { (*self as u8).to_ascii_uppercase() as char } else { *self }
    }

    #[inline]
    pub fn to_ascii_lowercase(&self) -> char {
        if self.is_ascii() { (*self as u8).to_ascii_lowercase() as char } else { *self }
    }

    #[inline]
    pub fn eq_ignore_ascii_case(&self, other: &char) -> bool {
        self.to_ascii_lowercase() == other.to_ascii_lowercase()
    }

    #[inline]
    pub fn is_ascii_alphabetic(&self) -> bool {
        self.is_ascii() && (*self as u8).is_ascii_alphabetic()
    }

    #[inline]
    pub fn is_ascii_uppercase(&self) -> bool {
        self.is_ascii() && (*self as u8).is_ascii_uppercase()
    }

    #[inline]
    pub fn is_ascii_lowercase(&self) -> bool {
        self.is_ascii() && (*self as u8).is_ascii_lowercase()
    }

    #[inline]
    pub fn is_ascii_digit(&self) -> bool {
        self.is_ascii() && (*self as u8).is_ascii_digit()
    }

    #[inline]
    pub fn is_ascii_alphanumeric(&self) -> bool {
        self.is_ascii() && (*self as u8).is_ascii_alphanumeric()
    }

    #[inline]
    pub fn is_ascii_hexdigit(&self) -> bool {
        self.is_ascii() && (*self as u8).is_ascii_hexdigit()
    }

    #[inline]
    pub fn is_ascii_punctuation(&self) -> bool {
        self.is_ascii() && (*self as u8).is_ascii_punctuation()
    }

    #[inline]
    pub fn is_ascii_graphic(&self) -> bool {
        self.is_ascii() && (*self as u8).is_ascii_graphic()
    }

    #[inline]
    pub fn is_ascii_whitespace(&self) -> bool {
        self.is_ascii() && (*self as u8).is_ascii_whitespace()
    }

    #[inline]
    pub fn is_ascii_control(&self) -> bool {
        self.is_ascii() && (*self as u8).is_ascii_control()
    }
}
