//! test: the runner of a crate's tests, and what keeps the optimiser from taking away what
//! is to be measured.
//!
//! With `--test` the compiler makes a program of a crate, which hands its tests to `run`.
//! What the program prints, takes and answers is that of rustc's crate of this name.
//!
//! One difference is behind it: a panic ends the process here. So every test runs in a
//! process of its own, and what ends that process, a signal too, is said of the test.

#![crate_name = "test"]
#![crate_type = "rlib"]
#![feature(intrinsics, libc)]
#![unstable(feature = "test", reason = "not for programs that run", issue = "27812")]

extern crate core;
extern crate libc;

use std::env;
use std::intrinsics;
use std::process;

mod console;
mod job;
mod json;
mod options;
mod outcome;
mod schedule;
mod select;

/// One function under `#[test]`. The compiler writes these.
pub struct Test {
    pub name: &'static str,
    pub run: fn(),
    pub ignore: bool,
    /// Why it is ignored; may be empty.
    pub reason: &'static str,
    pub should_panic: bool,
    /// What the message of its panic contains.
    pub expected: &'static str,
    pub file: &'static str,
    pub line: u32,
    pub column: u32,
    pub end_column: u32,
}

const SOME_TEST_FAILED: i32 = 101;

/// The whole program.
pub fn run(tests: &'static [Test]) {
    let arguments: Vec<String> = env::args().collect();
    let options = match options::parse(&arguments) {
        Ok(Some(options)) => options,
        // Help was asked for, and given.
        Ok(None) => return,
        Err(message) => {
            eprintln!("error: {}", message);
            process::exit(SOME_TEST_FAILED)
        }
    };
    let selection = select::select(tests, &options);
    if options.list {
        return match options.format {
            options::Format::Json => json::list(&selection),
            _ => console::list(&selection, &options),
        };
    }
    if !schedule::run_all(&selection, &options) {
        process::exit(SOME_TEST_FAILED)
    }
}

/// The value, of which the optimiser knows nothing.
#[inline(never)]
pub fn black_box<T>(value: T) -> T {
    unsafe { intrinsics::black_box(value) }
}
