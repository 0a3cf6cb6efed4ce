//! The end of a program that has a mistake: there is no unwinding. The message goes to
//! standard error, and the process exits with 101.

use prelude::v1::*;
use fmt;

extern "C" {
    fn write(fd: i32, bytes: *const u8, count: usize) -> isize;
    fn exit(status: i32) -> !;
    fn abort() -> !;
}

/// Collects the message, so that it is written in few pieces.
struct StandardError {
    buffer: [u8; 512],
    used: usize,
}

impl StandardError {
    fn flush(&mut self) {
        let mut done = 0;
        while done < self.used {
            let from = unsafe { self.buffer.as_ptr().offset(done as isize) };
            let written = unsafe { write(2, from, self.used - done) };
            // Nobody is left to be told that nobody could be told.
            if written <= 0 {
                break;
            }
            done += written as usize;
        }
        self.used = 0;
    }
}

impl fmt::Write for StandardError {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let bytes = text.as_bytes();
        let mut i = 0;
        while i < bytes.len() {
            if self.used == self.buffer.len() {
                self.flush();
            }
            self.buffer[self.used] = bytes[i];
            self.used += 1;
            i += 1;
        }
        Ok(())
    }
}

/// How many panics have begun: a panic within the message of a panic ends the process.
static mut PANICS: usize = 0;

/// Whose mistakes they are, as the message's first line says.
static mut THREAD: &'static str = "main";

/// Is told of the message once it is written.
static mut HOOK: Option<fn(fmt::Arguments)> = None;

/// For who runs something in a process of its own and reports of it, as the runner of
/// tests does.
pub fn set_thread(name: &'static str, hook: fn(fmt::Arguments)) {
    unsafe {
        THREAD = name;
        HOOK = Some(hook);
    }
}

fn die(args: fmt::Arguments, file: &str, line: u32, column: u32) -> ! {
    let mut err = StandardError { buffer: [0; 512], used: 0 };
    let panics = unsafe { ::intrinsics::atomic_xadd(&mut PANICS as *mut usize, 1) };
    if panics != 0 {
        let _ = fmt::Write::write_str(&mut err,
                                      "\nthread panicked while processing panic. aborting.\n");
        err.flush();
        unsafe { abort() }
    }
    let thread = unsafe { THREAD };
    let _ = fmt::write(&mut err, format_args!("\nthread '{}' panicked at {}:{}:{}:\n{}\n", thread,
                                              file, line, column, args));
    err.flush();
    if let Some(hook) = unsafe { HOOK } {
        hook(args);
    }
    unsafe { exit(101) }
}

#[lang = "panic_str"]
#[inline(never)]
pub fn panic_str(message: &str, file: &str, line: u32, column: u32) -> ! {
    die(format_args!("{}", message), file, line, column)
}

#[lang = "panic_fmt_args"]
#[inline(never)]
pub fn panic_fmt(args: fmt::Arguments, file: &str, line: u32, column: u32) -> ! {
    die(args, file, line, column)
}

#[lang = "panic_bounds_check"]
#[inline(never)]
pub fn panic_bounds_check(index: usize, len: usize, file: &str, line: u32, column: u32) -> ! {
    die(format_args!("index out of bounds: the len is {} but the index is {}", len, index), file,
        line, column)
}

/// Panics with a message that is not a literal.
#[inline(never)]
pub fn panic_display(message: &str) -> ! {
    panic!("{}", message)
}

/// An operand of an assertion, as `{:?}` writes it.
struct Operand {
    argument: fmt::Argument,
}

impl fmt::Display for Operand {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        unsafe { (self.argument.format)(self.argument.value, f) }
    }
}

/// `kind` is the operator that should have held.
#[lang = "assert_failed"]
#[inline(never)]
pub fn assert_failed(kind: &str, left: fmt::Argument, right: fmt::Argument,
                     message: Option<fmt::Arguments>, file: &str, line: u32, column: u32) -> ! {
    let left = Operand { argument: left };
    let right = Operand { argument: right };
    match message {
        Some(message) => {
            die(format_args!("assertion `left {} right` failed: {}\n  left: {}\n right: {}", kind,
                             message, left, right), file, line, column)
        }
        None => die(format_args!("assertion `left {} right` failed\n  left: {}\n right: {}", kind,
                                 left, right), file, line, column),
    }
}
