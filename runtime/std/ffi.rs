//! C's strings: bytes up to the first zero.

use core::ffi::c_char;
use core::fmt::{self, Debug, Display, Formatter};
use core::ops::Deref;
use core::slice;
use core::str::{self, Utf8Error};
use alloc::string::String;
use alloc::vec::Vec;

pub use core::ffi::c_void;

extern "C" {
    fn strlen(text: *const u8) -> usize;
}

/// A C string that belongs to somebody else. Only references to it exist: they are the
/// address of its first byte.
pub struct CStr {
    first: u8,
}

impl CStr {
    #[inline]
    pub unsafe fn from_ptr(text: *const c_char) -> &'static CStr {
        &*(text as *const CStr)
    }

    #[inline]
    pub fn as_ptr(&self) -> *const c_char {
        self as *const CStr as *const c_char
    }

    /// Without the zero.
    pub fn to_bytes(&self) -> &[u8] {
        let start = self as *const CStr as *const u8;
        unsafe { slice::from_raw_parts(start, strlen(start)) }
    }

    pub fn to_bytes_with_nul(&self) -> &[u8] {
        let start = self as *const CStr as *const u8;
        unsafe { slice::from_raw_parts(start, strlen(start) + 1) }
    }

    pub fn to_str(&self) -> Result<&str, Utf8Error> {
        str::from_utf8(self.to_bytes())
    }

    pub fn to_string_lossy(&self) -> String {
        String::from_utf8_lossy(self.to_bytes())
    }
}

impl Debug for CStr {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        Debug::fmt(&self.to_string_lossy(), f)
    }
}

/// A C string of one's own.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct CString {
    bytes: Vec<u8>,
}

/// A zero stands within the text, where C would end.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NulError(usize, Vec<u8>);

impl NulError {
    pub fn nul_position(&self) -> usize {
        self.0
    }

    pub fn into_vec(self) -> Vec<u8> {
        self.1
    }
}

impl Display for NulError {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        write!(f, "nul byte found in provided data at position: {}", self.0)
    }
}

impl CString {
    pub fn new<T: Into<Vec<u8>>>(text: T) -> Result<CString, NulError> {
        let mut bytes = text.into();
        let mut at = 0;
        while at < bytes.len() {
            if bytes[at] == 0 {
                return Err(NulError(at, bytes));
            }
            at += 1;
        }
        bytes.push(0);
        Ok(CString { bytes: bytes })
    }

    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.bytes.len() - 1]
    }

    pub fn as_bytes_with_nul(&self) -> &[u8] {
        &self.bytes
    }

    pub fn into_bytes(self) -> Vec<u8> {
        let mut bytes = self.bytes;
        bytes.pop();
        bytes
    }
}

impl Deref for CString {
    type Target = CStr;

    fn deref(&self) -> &CStr {
        unsafe { CStr::from_ptr(self.bytes.as_ptr() as *const c_char) }
    }
}

impl Debug for CString {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        Debug::fmt(&**self, f)
    }
}
