//! The three streams every process has.

use core::fmt;
use core::io::{Error, Read, Result, Write};
use core::str;
use alloc::string::String;
use alloc::vec::Vec;

extern "C" {
    #[link_name = "write"]
    fn c_write(fd: i32, bytes: *const u8, count: usize) -> isize;
    #[link_name = "read"]
    fn c_read(fd: i32, bytes: *mut u8, count: usize) -> isize;
    fn __errno_location() -> *mut i32;
}

const EINTR: i32 = 4;
/// There is no such stream: the program was started without.
const EBADF: i32 = 9;

fn last_error() -> i32 {
    unsafe { *__errno_location() }
}

/// Writes some; a stream that is not there takes all.
fn write_some(fd: i32, bytes: &[u8]) -> Result<usize> {
    loop {
        let written = unsafe { c_write(fd, bytes.as_ptr(), bytes.len()) };
        if written >= 0 {
            return Ok(written as usize);
        }
        let code = last_error();
        if code == EBADF {
            return Ok(bytes.len());
        }
        if code != EINTR {
            return Err(Error::from_raw_os_error(code));
        }
    }
}

fn write_all(fd: i32, bytes: &[u8]) -> Result<()> {
    let mut done = 0;
    while done < bytes.len() {
        done += try!(write_some(fd, &bytes[done..]));
    }
    Ok(())
}

/// What is printed at once, until it is written.
struct Buffer {
    fd: i32,
    bytes: [u8; 1024],
    used: usize,
    error: Option<Error>,
}

impl Buffer {
    /// False after an error.
    fn flush(&mut self) -> bool {
        let used = self.used;
        self.used = 0;
        match write_all(self.fd, &self.bytes[..used]) {
            Ok(()) => true,
            Err(error) => {
                self.error = Some(error);
                false
            }
        }
    }
}

impl fmt::Write for Buffer {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let mut rest = text.as_bytes();
        while !rest.is_empty() {
            if self.used == self.bytes.len() && !self.flush() {
                return Err(fmt::Error);
            }
            let room = self.bytes.len() - self.used;
            let count = if rest.len() < room { rest.len() } else { room };
            self.bytes[self.used..self.used + count].copy_from_slice(&rest[..count]);
            self.used += count;
            rest = &rest[count..];
        }
        Ok(())
    }
}

pub fn print_to(fd: i32, args: fmt::Arguments) -> Result<()> {
    let mut buffer = Buffer { fd: fd, bytes: [0; 1024], used: 0, error: None };
    let result = fmt::write(&mut buffer, args);
    if buffer.error.is_none() {
        buffer.flush();
    }
    match buffer.error {
        Some(error) => Err(error),
        None if result.is_err() => {
            panic!("a formatting trait implementation returned an error when the underlying \
                    stream did not")
        }
        None => Ok(()),
    }
}

// ---- output ----

pub struct Stdout;

pub fn stdout() -> Stdout {
    Stdout
}

/// There are no threads to keep out: the lock is the stream.
pub type StdoutLock = Stdout;

impl Stdout {
    pub fn lock(&self) -> StdoutLock {
        Stdout
    }
}

impl Write for Stdout {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        write_some(1, bytes)
    }

    fn flush(&mut self) -> Result<()> {
        Ok(())
    }

    fn write_fmt(&mut self, args: fmt::Arguments) -> Result<()> {
        print_to(1, args)
    }
}

pub struct Stderr;

pub fn stderr() -> Stderr {
    Stderr
}

/// There are no threads to keep out: the lock is the stream.
pub type StderrLock = Stderr;

impl Stderr {
    pub fn lock(&self) -> StderrLock {
        Stderr
    }
}

impl Write for Stderr {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        write_some(2, bytes)
    }

    fn flush(&mut self) -> Result<()> {
        Ok(())
    }

    fn write_fmt(&mut self, args: fmt::Arguments) -> Result<()> {
        print_to(2, args)
    }
}

// ---- input ----

pub struct Stdin;

pub fn stdin() -> Stdin {
    Stdin
}

impl Read for Stdin {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
        loop {
            let count = unsafe { c_read(0, buffer.as_mut_ptr(), buffer.len()) };
            if count >= 0 {
                return Ok(count as usize);
            }
            let code = last_error();
            if code == EBADF {
                return Ok(0);
            }
            if code != EINTR {
                return Err(Error::from_raw_os_error(code));
            }
        }
    }
}

impl Stdin {
    /// Appends a line with its line feed; how many bytes that are. It reads byte by byte:
    /// what follows the line is left to whoever reads next.
    pub fn read_line(&self, line: &mut String) -> Result<usize> {
        let mut bytes = Vec::new();
        let mut byte = [0u8];
        let mut stream = Stdin;
        while try!(stream.read(&mut byte)) != 0 {
            bytes.push(byte[0]);
            if byte[0] == b'\n' {
                break;
            }
        }
        match str::from_utf8(&bytes) {
            Ok(text) => {
                line.push_str(text);
                Ok(text.len())
            }
            Err(_) => Err(Error::new(::io::ErrorKind::InvalidData,
                                     "stream did not contain valid UTF-8")),
        }
    }

    pub fn read_to_string(&mut self, text: &mut String) -> Result<usize> {
        let mut bytes = Vec::new();
        let mut buffer = [0u8; 1024];
        loop {
            let count = try!(self.read(&mut buffer));
            if count == 0 {
                break;
            }
            bytes.extend_from_slice(&buffer[..count]);
        }
        match str::from_utf8(&bytes) {
            Ok(read) => {
                text.push_str(read);
                Ok(read.len())
            }
            Err(_) => Err(Error::new(::io::ErrorKind::InvalidData,
                                     "stream did not contain valid UTF-8")),
        }
    }
}
