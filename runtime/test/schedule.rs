//! Runs the tests, as many at a time as were asked for, and reports of them as they end.

use libc;
use std::time::{Duration, Instant};

use console::Console;
use job::{self, Job};
use json;
use options::{Format, Options};
use outcome::{self, Outcome, Summary, Verdict};
use select::{Chosen, Selection};

/// A test that runs for longer is mentioned.
const SLOW_SECONDS: u64 = 60;

/// The end of a child wakes this process, and is never missed: the signal is blocked, and
/// waited for.
struct Signals {
    children: libc::sigset_t,
    /// Those that were blocked before, as tests shall find them.
    before: libc::sigset_t,
}

fn no_signals() -> libc::sigset_t {
    let mut set = libc::sigset_t { __bits: [0; 16] };
    unsafe { libc::sigemptyset(&mut set); }
    set
}

impl Signals {
    fn new() -> Signals {
        let mut children = no_signals();
        let mut before = no_signals();
        unsafe {
            // Who started this program may ignore it, and ends would be forgotten.
            libc::signal(libc::SIGCHLD, libc::SIG_DFL);
            libc::sigaddset(&mut children, libc::SIGCHLD);
            libc::sigprocmask(libc::SIG_BLOCK, &children, &mut before);
        }
        Signals { children: children, before: before }
    }

    /// For a child's end, or for a second.
    fn wait(&self) {
        let second = libc::timespec { tv_sec: 1, tv_nsec: 0 };
        unsafe { libc::sigtimedwait(&self.children, 0 as *mut libc::c_void, &second); }
    }
}

struct Runner<'a> {
    options: &'a Options,
    signals: Signals,
    console: Console,
    running: Vec<Job>,
    summary: Summary,
}

impl<'a> Runner<'a> {
    fn say_start(&mut self, chosen: Chosen) {
        match self.options.format {
            Format::Json => json::test_started(chosen),
            _ => self.console.test_started(chosen),
        }
    }

    fn say_slow(&mut self, chosen: Chosen) {
        match self.options.format {
            Format::Json => json::test_is_slow(chosen),
            _ => println!("test {} has been running for over {} seconds", chosen.test.name,
                          SLOW_SECONDS),
        }
    }

    fn end(&mut self, outcome: Outcome) {
        match self.options.format {
            Format::Json => json::test_ended(&outcome, self.options),
            _ => self.console.test_ended(&outcome),
        }
        match outcome.verdict {
            Verdict::Passed => self.summary.passed.push(outcome),
            Verdict::Failed => self.summary.failed.push(outcome),
            Verdict::Ignored => self.summary.ignored += 1,
        }
    }

    /// Until fewer than `limit` run.
    fn wait_until_fewer_than(&mut self, limit: usize) {
        while self.running.len() >= limit {
            let mut i = 0;
            let mut has_ended = false;
            while i < self.running.len() {
                match self.running[i].poll() {
                    Some(outcome) => {
                        self.running.remove(i);
                        self.end(outcome);
                        has_ended = true;
                    }
                    None => {
                        if self.running[i].has_become_slow(Duration::from_secs(SLOW_SECONDS)) {
                            let chosen = self.running[i].chosen();
                            self.say_slow(chosen);
                        }
                        i += 1;
                    }
                }
            }
            if !has_ended {
                self.signals.wait();
            }
        }
    }

    /// One more; where the system has no room for it, once others have ended.
    fn start(&mut self, chosen: Chosen) {
        self.say_start(chosen);
        loop {
            if let Some(job) = job::start(chosen, self.options.capture, &self.signals.before) {
                self.running.push(job);
                return;
            }
            if self.running.is_empty() {
                break;
            }
            let count = self.running.len();
            self.wait_until_fewer_than(count);
        }
        let mut outcome = outcome::ignored(chosen);
        outcome.verdict = Verdict::Failed;
        outcome.message = String::from("no process could be started for the test");
        self.end(outcome);
    }

    fn run(&mut self, tests: &[Chosen]) {
        for chosen in tests.iter() {
            if self.options.fail_fast && !self.summary.failed.is_empty() {
                break;
            }
            if chosen.is_ignored {
                self.say_start(*chosen);
                self.end(outcome::ignored(*chosen));
            } else {
                self.start(*chosen);
                self.wait_until_fewer_than(self.options.threads);
            }
        }
        self.wait_until_fewer_than(1);
    }
}

/// False where one failed.
pub fn run_all(selection: &Selection, options: &Options) -> bool {
    let started = Instant::now();
    let mut runner = Runner {
        options: options,
        signals: Signals::new(),
        console: Console::new(options, selection.tests.len()),
        running: Vec::new(),
        summary: Summary {
            passed: Vec::new(),
            failed: Vec::new(),
            ignored: 0,
            filtered_out: selection.filtered_out,
            time: Duration::from_secs(0),
        },
    };
    match options.format {
        Format::Json => json::run_started(selection, options),
        _ => runner.console.run_started(),
    }
    runner.run(&selection.tests);
    runner.summary.time = started.elapsed();
    match options.format {
        Format::Json => json::run_ended(&runner.summary),
        _ => runner.console.run_ended(&mut runner.summary),
    }
    runner.summary.failed.is_empty()
}
