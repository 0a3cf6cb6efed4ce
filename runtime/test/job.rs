//! A test that runs: a child process. It tells how the test ended in a file of its own in
//! memory, its report; what it prints goes into another. Pipes would do for neither: who
//! inherits one, as a server that a test leaves behind, keeps it open.
//!
//! The report is one letter, and for a panic its message.

use core::panicking;
use libc;
use std::fmt;
use std::time::{Duration, Instant};

use outcome::{Outcome, Verdict};
use select::Chosen;

const RETURNED: u8 = b'r';
const PANICKED: u8 = b'p';
const EXIT_CODE_OF_A_PANIC: i32 = 101;

pub struct Job {
    chosen: Chosen,
    pid: i32,
    output: i32,
    report: i32,
    started: Instant,
    said_slow: bool,
}

/// How a process ended.
#[derive(Clone, Copy)]
enum End {
    Exit(i32),
    Signal(i32),
}

// ---- in the child ----

/// Whose report it is, lest a test's own children write into it.
static mut REPORTER: i32 = 0;
static mut REPORT: i32 = -1;

unsafe fn report_bytes(bytes: &[u8], offset: usize) {
    let mut done = 0;
    while done < bytes.len() {
        let from = bytes.as_ptr().offset(done as isize) as *const libc::c_void;
        let written = libc::pwrite(REPORT, from, bytes.len() - done, (offset + done) as i64);
        // Nobody else could be told; the parent finds the report too short.
        if written <= 0 {
            return;
        }
        done += written as usize;
    }
}

fn report(kind: u8, text: &str) {
    unsafe {
        if libc::getpid() != REPORTER {
            return;
        }
        report_bytes(text.as_bytes(), 1);
        // Last: a report with its letter is whole.
        report_bytes(&[kind], 0);
    }
}

fn report_panic(message: fmt::Arguments) {
    report(PANICKED, &fmt::format(message));
}

/// Runs the test, and never returns.
unsafe fn run_child(chosen: Chosen, output: i32, report_file: i32, parent: i32,
                    mask: *const libc::sigset_t) -> ! {
    // Nothing is left behind by a run that is killed.
    libc::prctl(libc::PR_SET_PDEATHSIG, libc::SIGKILL as libc::c_ulong);
    if libc::getppid() != parent {
        libc::_exit(EXIT_CODE_OF_A_PANIC)
    }
    libc::sigprocmask(libc::SIG_SETMASK, mask, 0 as *mut libc::sigset_t);
    if output >= 0 {
        libc::dup2(output, libc::STDOUT_FILENO);
        libc::dup2(output, libc::STDERR_FILENO);
    }
    REPORTER = libc::getpid();
    REPORT = report_file;
    panicking::set_thread(chosen.test.name, report_panic);
    (chosen.test.run)();
    report(RETURNED, "");
    // As a program ends: what C has buffered is written, and what watches the end of the
    // process has its say.
    libc::exit(0)
}

// ---- in the parent ----

fn make_file() -> i32 {
    unsafe { libc::memfd_create(b"test\0".as_ptr() as *const libc::c_char, libc::MFD_CLOEXEC) }
}

fn close(file: i32) {
    if file >= 0 {
        unsafe { libc::close(file); }
    }
}

fn read_file(file: i32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut buffer = [0u8; 4096];
    loop {
        let to = buffer.as_mut_ptr() as *mut libc::c_void;
        let count = unsafe { libc::pread(file, to, buffer.len(), bytes.len() as i64) };
        if count <= 0 {
            return bytes;
        }
        bytes.extend_from_slice(&buffer[..count as usize]);
    }
}

/// Starts the test; nothing where there can be no more processes or files now. `mask` is
/// that of the child's signals.
pub fn start(chosen: Chosen, capture: bool, mask: &libc::sigset_t) -> Option<Job> {
    let output = if capture { make_file() } else { -1 };
    let report = make_file();
    let is_short = report < 0 || (capture && output < 0);
    let mut pid = -1;
    if !is_short {
        unsafe {
            // What C has buffered would be written twice.
            libc::fflush(0 as *mut libc::FILE);
            let parent = libc::getpid();
            pid = libc::fork();
            if pid == 0 {
                run_child(chosen, output, report, parent, mask)
            }
        }
    }
    if pid < 0 {
        close(output);
        close(report);
        return None;
    }
    Some(Job {
        chosen: chosen,
        pid: pid,
        output: output,
        report: report,
        started: Instant::now(),
        said_slow: false,
    })
}

fn signal_name(signal: i32) -> &'static str {
    match signal {
        libc::SIGHUP => "SIGHUP",
        libc::SIGINT => "SIGINT",
        libc::SIGQUIT => "SIGQUIT",
        libc::SIGILL => "SIGILL",
        libc::SIGTRAP => "SIGTRAP",
        libc::SIGABRT => "SIGABRT",
        libc::SIGBUS => "SIGBUS",
        libc::SIGFPE => "SIGFPE",
        libc::SIGKILL => "SIGKILL",
        libc::SIGSEGV => "SIGSEGV",
        libc::SIGPIPE => "SIGPIPE",
        libc::SIGALRM => "SIGALRM",
        libc::SIGTERM => "SIGTERM",
        libc::SIGXCPU => "SIGXCPU",
        _ => "another signal",
    }
}

/// What was wrong, or nothing: as the test returned.
fn judge_return(chosen: Chosen, end: End) -> Option<String> {
    match end {
        End::Exit(0) if !chosen.test.should_panic => None,
        End::Exit(0) => Some(format!("test did not panic as expected at {}:{}:{}",
                                     chosen.test.file, chosen.test.line, chosen.test.column)),
        End::Exit(code) => Some(format!("the test returned, but its process exited with code {}",
                                        code)),
        End::Signal(signal) => Some(format!("the test returned, but its process was killed by \
                                             signal {} ({})", signal, signal_name(signal))),
    }
}

/// Likewise, as it panicked with that message. Of an unwanted panic the output tells all.
fn judge_panic(chosen: Chosen, message: &str) -> Option<String> {
    if !chosen.test.should_panic {
        return Some(String::new());
    }
    if message.contains(chosen.test.expected) {
        return None;
    }
    Some(format!("panic did not contain expected string\n      panic message: {:?}\n expected \
                  substring: {:?}", message, chosen.test.expected))
}

fn judge(chosen: Chosen, report: &[u8], end: End) -> Option<String> {
    if let Some(&letter) = report.first() {
        if letter == RETURNED {
            return judge_return(chosen, end);
        }
        if letter == PANICKED {
            return judge_panic(chosen, &String::from_utf8_lossy(&report[1..]));
        }
    }
    Some(match end {
        End::Exit(code) => format!("the test ended its process with exit code {}", code),
        End::Signal(signal) => format!("the test's process was killed by signal {} ({})", signal,
                                       signal_name(signal)),
    })
}

fn end_of(status: i32) -> End {
    let signal = status & 0x7f;
    if signal == 0 { End::Exit((status >> 8) & 0xff) } else { End::Signal(signal) }
}

impl Job {
    pub fn chosen(&self) -> Chosen {
        self.chosen
    }

    /// The outcome, once the process has ended.
    pub fn poll(&mut self) -> Option<Outcome> {
        let mut status = 0;
        let ended = unsafe { libc::waitpid(self.pid, &mut status, libc::WNOHANG) };
        if ended != self.pid {
            return None;
        }
        let report = read_file(self.report);
        let output = if self.output >= 0 { read_file(self.output) } else { Vec::new() };
        close(self.report);
        close(self.output);
        let wrong = judge(self.chosen, &report, end_of(status));
        Some(Outcome {
            chosen: self.chosen,
            verdict: if wrong.is_none() { Verdict::Passed } else { Verdict::Failed },
            message: wrong.unwrap_or_default(),
            output: output,
            time: self.started.elapsed(),
        })
    }

    /// Whether it runs for longer than `limit`; says so once.
    pub fn has_become_slow(&mut self, limit: Duration) -> bool {
        if self.said_slow || self.started.elapsed() < limit {
            return false;
        }
        self.said_slow = true;
        true
    }
}
