//! Reading and writing: the standard streams.
//!
//! What is printed is formatted into a small buffer on the stack and written when that is
//! full, or the print is over: no allocator is asked, so that an allocator may print, and
//! what C prints in between stands in between.

mod streams;

pub use core::io::{Error, ErrorKind, Read, Result, Write};
pub use self::streams::{stderr, stdin, stdout, Stderr, StderrLock, Stdin, Stdout, StdoutLock};

use core::fmt;

/// What `print!` and `println!` call.
#[lang = "io_print"]
pub fn _print(args: fmt::Arguments) {
    if let Err(error) = streams::print_to(1, args) {
        panic!("failed printing to stdout: {}", error);
    }
}

/// What `eprint!` and `eprintln!` call.
#[lang = "io_eprint"]
pub fn _eprint(args: fmt::Arguments) {
    if let Err(error) = streams::print_to(2, args) {
        panic!("failed printing to stderr: {}", error);
    }
}

pub mod prelude {
    //! The traits.

    pub use super::{Read, Write};
}
