//! The reports that people read: a line a test, or a character.

use libc;
use options::{Colour, Format, Options};
use outcome::{self, Outcome, Summary, Verdict};
use select::{Chosen, Selection};

/// A line of characters is this long, and one; tools that read lines shall see some.
const LONGEST_LINE: usize = 88;

const GREEN: &'static str = "\x1b[32m";
const RED: &'static str = "\x1b[31m";
const YELLOW: &'static str = "\x1b[33m";
const RESET: &'static str = "\x1b[0m";

pub struct Console {
    is_terse: bool,
    has_colours: bool,
    /// One test at a time: its name is printed before it runs.
    is_serial: bool,
    shows_passed: bool,
    shows_time: bool,
    shuffle_seed: Option<u64>,
    count: usize,
    /// Of the tests that were reported, and of those in this line.
    done: usize,
    column: usize,
}

fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {}", noun) } else { format!("{} {}s", count, noun) }
}

/// The name, and what is special about the test.
fn title(chosen: Chosen) -> String {
    let mut text = String::from(chosen.test.name);
    if chosen.test.should_panic && !(chosen.test.ignore && chosen.is_ignored) {
        text.push_str(" - should panic");
    }
    text
}

fn print_names(outcomes: &[Outcome]) {
    let mut names = Vec::new();
    for outcome in outcomes.iter() {
        names.push(outcome.chosen.test.name);
    }
    names.sort();
    for name in names.iter() {
        println!("    {}", name);
    }
}

/// What the tests printed, each under its name, and their names.
fn print_outputs(heading: &str, outcomes: &[Outcome]) {
    println!("\n{}:", heading);
    let mut is_first = true;
    for outcome in outcomes.iter() {
        let mut text = String::from_utf8_lossy(&outcome.output);
        if !outcome.message.is_empty() {
            text.push_str("note: ");
            text.push_str(&outcome.message);
        }
        if text.is_empty() {
            continue;
        }
        if is_first {
            println!("");
        }
        is_first = false;
        println!("---- {} stdout ----\n{}", outcome.chosen.test.name, text);
    }
    println!("\n{}:", heading);
    print_names(outcomes);
}

impl Console {
    pub fn new(options: &Options, count: usize) -> Console {
        let has_colours = match options.colour {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto => unsafe { libc::isatty(libc::STDOUT_FILENO) != 0 },
        };
        Console {
            is_terse: options.format == Format::Terse,
            has_colours: has_colours,
            is_serial: options.threads == 1,
            shows_passed: options.show_output,
            shows_time: options.report_time && options.format != Format::Terse,
            shuffle_seed: options.shuffle_seed,
            count: count,
            done: 0,
            column: 0,
        }
    }

    fn print_coloured(&self, text: &str, colour: &str) {
        if self.has_colours {
            print!("{}{}{}", colour, text, RESET);
        } else {
            print!("{}", text);
        }
    }

    pub fn run_started(&self) {
        print!("\nrunning {}", counted(self.count, "test"));
        if let Some(seed) = self.shuffle_seed {
            print!(" (shuffle seed: {})", seed);
        }
        println!("");
    }

    pub fn test_started(&self, chosen: Chosen) {
        if self.is_serial && !self.is_terse {
            print!("test {} ... ", title(chosen));
        }
    }

    pub fn test_ended(&mut self, outcome: &Outcome) {
        if self.is_terse {
            return self.print_character(outcome);
        }
        if !self.is_serial {
            print!("test {} ... ", title(outcome.chosen));
        }
        match outcome.verdict {
            Verdict::Passed => self.print_coloured("ok", GREEN),
            Verdict::Failed => self.print_coloured("FAILED", RED),
            Verdict::Ignored if outcome.chosen.test.reason.is_empty() => {
                self.print_coloured("ignored", YELLOW)
            }
            Verdict::Ignored => {
                self.print_coloured(&format!("ignored, {}", outcome.chosen.test.reason), YELLOW)
            }
        }
        if self.shows_time && outcome.verdict != Verdict::Ignored {
            print!(" <{:.3}s>", outcome::seconds(outcome.time));
        }
        println!("");
    }

    fn print_progress(&mut self) {
        println!(" {}/{}", self.done, self.count);
        self.column = 0;
    }

    fn print_character(&mut self, outcome: &Outcome) {
        match outcome.verdict {
            Verdict::Passed => self.print_coloured(".", GREEN),
            Verdict::Ignored => self.print_coloured("i", YELLOW),
            Verdict::Failed => {
                // On a line of its own, to be seen at once.
                if self.column != 0 {
                    self.print_progress();
                }
                print!("{} --- ", outcome.chosen.test.name);
                self.print_coloured("FAILED", RED);
                println!("");
                self.done += 1;
                return;
            }
        }
        self.done += 1;
        self.column += 1;
        if self.column % LONGEST_LINE == LONGEST_LINE - 1 {
            self.print_progress();
        }
    }

    pub fn run_ended(&self, summary: &mut Summary) {
        if self.shows_passed {
            print_outputs("successes", &summary.passed);
        }
        if !summary.failed.is_empty() {
            print_outputs("failures", &summary.failed);
        }
        print!("\ntest result: ");
        if summary.failed.is_empty() {
            self.print_coloured("ok", GREEN);
        } else {
            self.print_coloured("FAILED", RED);
        }
        println!(". {} passed; {} failed; {} ignored; 0 measured; {} filtered out; finished in \
                  {:.2}s\n", summary.passed.len(), summary.failed.len(), summary.ignored,
                 summary.filtered_out, outcome::seconds(summary.time));
    }
}

/// `--list`
pub fn list(selection: &Selection, options: &Options) {
    for chosen in selection.tests.iter() {
        println!("{}: test", chosen.test.name);
    }
    if options.format == Format::Terse {
        return;
    }
    if !selection.tests.is_empty() {
        println!("");
    }
    println!("{}, {}", counted(selection.tests.len(), "test"), counted(0, "benchmark"));
}
