//! Reading and writing bytes: the traits and the error. What is read and written is std's.

use prelude::v1::*;
use fmt::{self, Debug, Display, Formatter};

extern "C" {
    fn strerror(code: i32) -> *const u8;
    fn strlen(text: *const u8) -> usize;
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ErrorKind {
    NotFound,
    PermissionDenied,
    BrokenPipe,
    Interrupted,
    WouldBlock,
    InvalidInput,
    InvalidData,
    WriteZero,
    UnexpectedEof,
    Other,
}

/// Why a read or a write did not succeed.
#[derive(Clone, Copy)]
pub struct Error {
    kind: ErrorKind,
    /// The system's number, or 0.
    code: i32,
    message: &'static str,
}

pub type Result<T> = ::result::Result<T, Error>;

impl Error {
    pub fn new(kind: ErrorKind, message: &'static str) -> Error {
        Error { kind: kind, code: 0, message: message }
    }

    pub fn from_raw_os_error(code: i32) -> Error {
        let kind = match code {
            2 => ErrorKind::NotFound,
            1 | 13 => ErrorKind::PermissionDenied,
            32 => ErrorKind::BrokenPipe,
            4 => ErrorKind::Interrupted,
            11 => ErrorKind::WouldBlock,
            22 => ErrorKind::InvalidInput,
            _ => ErrorKind::Other,
        };
        Error { kind: kind, code: code, message: "" }
    }

    pub fn kind(&self) -> ErrorKind {
        self.kind
    }

    pub fn raw_os_error(&self) -> Option<i32> {
        if self.code == 0 { None } else { Some(self.code) }
    }

    fn text(&self) -> &str {
        if self.code == 0 {
            return self.message;
        }
        unsafe {
            let text = strerror(self.code);
            let bytes = ::slice::from_raw_parts(text, strlen(text));
            match ::str::from_utf8(bytes) {
                Ok(text) => text,
                Err(_) => "unknown error",
            }
        }
    }
}

impl Debug for Error {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        if self.code == 0 {
            return f.debug_struct("Custom").field("kind", &self.kind)
                .field("error", self.message).finish();
        }
        f.debug_struct("Os").field("code", &self.code).field("kind", &self.kind)
            .field("message", self.text()).finish()
    }
}

impl Display for Error {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        if self.code == 0 {
            return f.write_str(self.message);
        }
        write!(f, "{} (os error {})", self.text(), self.code)
    }
}

#[lang = "known_trait"]
pub trait Read {
    /// How many bytes were read; 0 at the end.
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize>;
}

#[lang = "known_trait"]
pub trait Write {
    /// How many of the bytes were written.
    fn write(&mut self, bytes: &[u8]) -> Result<usize>;
    fn flush(&mut self) -> Result<()>;

    fn write_all(&mut self, bytes: &[u8]) -> Result<()> {
        let mut done = 0;
        while done < bytes.len() {
            match self.write(&bytes[done..]) {
                Ok(0) => return Err(Error::new(ErrorKind::WriteZero,
                                               "failed to write whole buffer")),
                Ok(count) => done += count,
                Err(error) => if error.kind() != ErrorKind::Interrupted {
                    return Err(error);
                },
            }
        }
        Ok(())
    }

    fn write_fmt(&mut self, args: fmt::Arguments) -> Result<()> {
        let mut adapter = Adapter { target: self as *mut Self, error: None };
        match fmt::write(&mut adapter, args) {
            Ok(()) => Ok(()),
            Err(_) => Err(match adapter.error {
                Some(error) => error,
                None => Error::new(ErrorKind::Other, "formatter error"),
            }),
        }
    }
}

/// Keeps the error that fmt::Error says nothing of.
struct Adapter<W> {
    target: *mut W,
    error: Option<Error>,
}

impl<W: Write> fmt::Write for Adapter<W> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        match unsafe { (*self.target).write_all(text.as_bytes()) } {
            Ok(()) => Ok(()),
            Err(error) => {
                self.error = Some(error);
                Err(fmt::Error)
            }
        }
    }
}

impl<W: Write> Write for &mut W {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        (**self).write(bytes)
    }

    fn flush(&mut self) -> Result<()> {
        (**self).flush()
    }
}
