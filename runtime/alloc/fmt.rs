//! Formatting to new text.

use string::String;

pub use core::fmt::*;

/// What `format!` calls.
#[lang = "fmt_format"]
pub fn format(args: Arguments) -> String {
    let mut text = String::new();
    // Writing to a String succeeds; only an impl that fails itself ends it early.
    if text.write_fmt(args).is_err() {
        panic!("a formatting trait implementation returned an error when the underlying stream \
                did not");
    }
    text
}
