//! The program's arguments: those of rustc's test programs, with its words for mistakes.
//! An option is a row of OPTIONS, and an arm of `take`.

use std::env;
use libc;

#[derive(Clone, Copy, PartialEq)]
pub enum Format {
    Pretty,
    /// A character a test.
    Terse,
    /// An event a line.
    Json,
}

#[derive(Clone, Copy, PartialEq)]
pub enum Ignored {
    /// They do not run.
    No,
    /// Only they run.
    Only,
    /// They run like the others.
    Include,
}

#[derive(Clone, Copy, PartialEq)]
pub enum Colour {
    Auto,
    Always,
    Never,
}

pub struct Options {
    pub filters: Vec<String>,
    pub skip: Vec<String>,
    /// Filters are whole names.
    pub exact: bool,
    pub ignored: Ignored,
    pub list: bool,
    /// What tests print is kept, and shown of those that fail.
    pub capture: bool,
    /// It is also shown of those that pass.
    pub show_output: bool,
    /// How many tests run at a time.
    pub threads: usize,
    pub format: Format,
    pub colour: Colour,
    pub fail_fast: bool,
    pub only_benchmarks: bool,
    pub exclude_should_panic: bool,
    pub report_time: bool,
    pub shuffle_seed: Option<u64>,
}

/// What an option takes.
#[derive(Clone, Copy, PartialEq)]
enum Value {
    Nothing,
    One,
    /// It may stand more than once, as no other may.
    Many,
}

struct Row {
    name: &'static str,
    short: &'static str,
    value: Value,
    /// What the help calls the value.
    hint: &'static str,
    help: &'static str,
    is_unstable: bool,
}

const fn row(name: &'static str, short: &'static str, value: Value, hint: &'static str,
             help: &'static str, is_unstable: bool) -> Row {
    Row { name: name, short: short, value: value, hint: hint, help: help, is_unstable: is_unstable }
}

static OPTIONS: [Row; 20] = [
    row("include-ignored", "", Value::Nothing, "", "Run ignored and not ignored tests", false),
    row("ignored", "", Value::Nothing, "", "Run only ignored tests", false),
    row("exclude-should-panic", "", Value::Nothing, "", "Excludes tests marked as should_panic",
        true),
    row("test", "", Value::Nothing, "", "Run tests and not benchmarks", false),
    row("bench", "", Value::Nothing, "", "Run benchmarks instead of tests", false),
    row("list", "", Value::Nothing, "", "List all tests and benchmarks", false),
    row("fail-fast", "", Value::Nothing, "", "Don't start new tests after the first failure",
        true),
    row("help", "h", Value::Nothing, "", "Display this message", false),
    row("no-capture", "", Value::Nothing, "",
        "don't capture stdout/stderr of each task, allow\nprinting directly", false),
    row("nocapture", "", Value::Nothing, "", "", false),
    row("test-threads", "", Value::One, "n_threads",
        "Number of tests that run at a time, each in a process\nof its own", false),
    row("skip", "", Value::Many, "FILTER",
        "Skip tests whose names contain FILTER (this flag can\nbe used multiple times)", false),
    row("quiet", "q", Value::Nothing, "",
        "Display one character per test instead of one line.\nAlias to --format=terse", false),
    row("exact", "", Value::Nothing, "", "Exactly match filters rather than by substring", false),
    row("color", "", Value::One, "auto|always|never",
        "Configure coloring of output:\nauto = colorize if stdout is a tty (default);\nalways = \
         always colorize output;\nnever = never colorize output;", false),
    row("format", "", Value::One, "pretty|terse|json",
        "Configure formatting of output:\npretty = Print verbose output;\nterse = Display one \
         character per test;\njson = Output a json document", false),
    row("show-output", "", Value::Nothing, "", "Show captured stdout of successful tests", false),
    row("", "Z", Value::Many, "unstable-options",
        "Enable nightly-only flags:\nunstable-options = Allow use of experimental features",
        false),
    row("report-time", "", Value::Nothing, "", "Show execution time of each test", true),
    row("shuffle-seed", "", Value::One, "SEED",
        "Run tests in random order; SEED gives the same order\nagain", true),
];

const EXPLANATION: &'static str = "
The FILTER string is tested against the name of all tests, and only those
tests whose names contain the filter are run. Multiple filter strings may
be passed, which will run all tests matching any of the filters.

By default, as many tests run at a time as there are processors. This can be
altered with the --test-threads flag, or the RUST_TEST_THREADS environment
variable, when running tests (set it to 1).

All tests have their standard output and standard error captured by default.
This can be overridden with the --no-capture flag, or by setting the
RUST_TEST_NOCAPTURE environment variable to a value other than \"0\".

Test Attributes:

    `#[test]`        - Indicates a function is a test to be run. This function
                       takes no arguments.
    `#[should_panic]` - This function (also labeled with `#[test]`) will only pass if
                        the code causes a panic (an assertion failure or panic!)
                        A message may be provided, which the failure string must
                        contain: #[should_panic(expected = \"foo\")].
    `#[ignore]`       - When applied to a function which is already attributed as a
                        test, then the test runner will ignore these tests during
                        normal test runs. Running with --ignored or --include-ignored will run
                        these tests.
";

fn print_help(program: &str) {
    println!("Usage: {} [OPTIONS] [FILTERS...]\n\nOptions:", program);
    for row in OPTIONS.iter() {
        if row.help.is_empty() {
            continue;
        }
        let mut head = String::from(if row.short.is_empty() { "    " } else { "-" });
        if !row.short.is_empty() {
            head.push_str(row.short);
        }
        if !row.name.is_empty() {
            head.push_str(if row.short.is_empty() { "    --" } else { ", --" });
            head.push_str(row.name);
        }
        if !row.hint.is_empty() {
            head.push(' ');
            head.push_str(row.hint);
        }
        let mut is_first = true;
        for line in row.help.lines() {
            if !is_first {
                println!("{:24}{}", "", line);
            } else if head.len() < 20 {
                println!("    {:<20}{}", head, line);
            } else {
                println!("    {}\n{:24}{}", head, "", line);
            }
            is_first = false;
        }
    }
    println!("{}", EXPLANATION);
}

/// The option of that name, and the value that `--name=value` gives.
fn find_long(text: &str) -> Option<usize> {
    for i in 0..OPTIONS.len() {
        if !text.is_empty() && OPTIONS[i].name == text {
            return Some(i);
        }
    }
    None
}

fn find_short(text: &str) -> Option<usize> {
    for i in 0..OPTIONS.len() {
        if OPTIONS[i].short == text {
            return Some(i);
        }
    }
    None
}

struct Parser {
    options: Options,
    /// Which options there were.
    given: [bool; 20],
    threads: Option<usize>,
    unstable: Vec<&'static str>,
    allows_unstable: bool,
    wants_help: bool,
}

impl Parser {
    fn number(text: &str) -> Result<usize, String> {
        match text.parse::<usize>() {
            Ok(0) => Err(String::from("argument for --test-threads must not be 0")),
            Ok(count) => Ok(count),
            Err(error) => Err(format!("argument for --test-threads must be a number > 0 (error: \
                                       {})", error)),
        }
    }

    fn format(text: &str) -> Result<Format, String> {
        match text {
            "pretty" => Ok(Format::Pretty),
            "terse" => Ok(Format::Terse),
            "json" => Ok(Format::Json),
            _ => Err(format!("argument for --format must be pretty, terse, or json (was {})",
                             text)),
        }
    }

    fn colour(text: &str) -> Result<Colour, String> {
        match text {
            "auto" => Ok(Colour::Auto),
            "always" => Ok(Colour::Always),
            "never" => Ok(Colour::Never),
            _ => Err(format!("argument for --color must be auto, always, or never (was {})", text)),
        }
    }

    fn take(&mut self, index: usize, value: &str) -> Result<(), String> {
        let row = &OPTIONS[index];
        if self.given[index] && row.value != Value::Many {
            return Err(format!("Option '{}' given more than once", row.name));
        }
        self.given[index] = true;
        if row.is_unstable {
            self.unstable.push(row.name);
        }
        let options = &mut self.options;
        match row.name {
            "include-ignored" => options.ignored = Ignored::Include,
            "ignored" => options.ignored = Ignored::Only,
            "exclude-should-panic" => options.exclude_should_panic = true,
            "list" => options.list = true,
            "fail-fast" => options.fail_fast = true,
            "help" => self.wants_help = true,
            "no-capture" | "nocapture" => options.capture = false,
            "test-threads" => self.threads = Some(try!(Parser::number(value))),
            "skip" => options.skip.push(String::from(value)),
            "exact" => options.exact = true,
            "color" => options.colour = try!(Parser::colour(value)),
            "format" => options.format = try!(Parser::format(value)),
            "show-output" => options.show_output = true,
            "report-time" => options.report_time = true,
            "shuffle-seed" => match value.parse::<u64>() {
                Ok(seed) => options.shuffle_seed = Some(seed),
                Err(error) => {
                    return Err(format!("argument for --shuffle-seed must be a number (error: {})",
                                       error))
                }
            },
            "" if value == "unstable-options" => self.allows_unstable = true,
            "" => return Err(String::from("Unrecognized option to `Z`")),
            // What is said of several options at once.
            _ => {}
        }
        Ok(())
    }

    /// `--name`, `--name=value`, `--name value`. True where `next` was the value.
    fn long(&mut self, text: &str, next: Option<&String>) -> Result<bool, String> {
        let (name, value) = match text.split_once("=") {
            Some((name, value)) => (name, Some(value)),
            None => (text, None),
        };
        let index = match find_long(name) {
            Some(index) => index,
            None => return Err(format!("Unrecognized option: '{}'", name)),
        };
        if OPTIONS[index].value == Value::Nothing {
            return match value {
                Some(_) => Err(format!("Option '{}' does not take an argument", name)),
                None => self.take(index, "").map(no),
            };
        }
        match (value, next) {
            (Some(value), _) => self.take(index, value).map(no),
            (None, Some(next)) => self.take(index, next).map(yes),
            (None, None) => Err(format!("Argument to option '{}' missing", name)),
        }
    }

    /// `-q`, `-hq`, `-Zvalue`, `-Z value`. True where `next` was the value.
    fn short(&mut self, text: &str, next: Option<&String>) -> Result<bool, String> {
        let mut rest = text;
        while let Some(letter) = rest.chars().next() {
            let (name, behind) = rest.split_at(letter.len_utf8());
            let index = match find_short(name) {
                Some(index) => index,
                None => return Err(format!("Unrecognized option: '{}'", name)),
            };
            if OPTIONS[index].value == Value::Nothing {
                try!(self.take(index, ""));
                rest = behind;
            } else if !behind.is_empty() {
                return self.take(index, behind).map(no);
            } else {
                return match next {
                    Some(next) => self.take(index, next).map(yes),
                    None => Err(format!("Argument to option '{}' missing", name)),
                };
            }
        }
        Ok(false)
    }

    fn was_given(&self, name: &str) -> bool {
        match find_long(name) {
            Some(index) => self.given[index],
            None => false,
        }
    }

    /// What only all options together tell.
    fn settle(&mut self) -> Result<(), String> {
        if self.was_given("include-ignored") && self.was_given("ignored") {
            return Err(String::from("the options --include-ignored and --ignored are mutually \
                                     exclusive"));
        }
        if !self.allows_unstable {
            if let Some(name) = self.unstable.first() {
                return Err(format!("The \"{}\" flag is only accepted with -Z unstable-options",
                                   name));
            }
            if self.options.format == Format::Json {
                return Err(String::from("The \"json\" format is only accepted with -Z \
                                         unstable-options"));
            }
        }
        if self.was_given("quiet") && !self.was_given("format") {
            self.options.format = Format::Terse;
        }
        self.options.only_benchmarks = self.was_given("bench") && !self.was_given("test");
        if let Ok(value) = env::var("RUST_TEST_NOCAPTURE") {
            if value != "0" {
                self.options.capture = false;
            }
        }
        self.options.threads = match self.threads {
            Some(count) => count,
            None => default_threads(),
        };
        Ok(())
    }
}

fn no(_: ()) -> bool {
    false
}

fn yes(_: ()) -> bool {
    true
}

fn default_threads() -> usize {
    if let Ok(text) = env::var("RUST_TEST_THREADS") {
        match text.parse::<usize>() {
            Ok(count) if count > 0 => return count,
            _ => panic!("RUST_TEST_THREADS is `{}`, should be a positive integer.", text),
        }
    }
    let count = unsafe { libc::sysconf(libc::_SC_NPROCESSORS_ONLN) };
    if count > 0 { count as usize } else { 1 }
}

/// Nothing where help was asked for, and printed; the message of a mistake.
pub fn parse(arguments: &[String]) -> Result<Option<Options>, String> {
    let mut parser = Parser {
        options: Options {
            filters: Vec::new(),
            skip: Vec::new(),
            exact: false,
            ignored: Ignored::No,
            list: false,
            capture: true,
            show_output: false,
            threads: 1,
            format: Format::Pretty,
            colour: Colour::Auto,
            fail_fast: false,
            only_benchmarks: false,
            exclude_should_panic: false,
            report_time: false,
            shuffle_seed: None,
        },
        given: [false; 20],
        threads: None,
        unstable: Vec::new(),
        allows_unstable: false,
        wants_help: false,
    };
    let mut i = 1;
    let mut only_filters = false;
    while i < arguments.len() {
        let text: &str = &arguments[i];
        let next = arguments.get(i + 1);
        i += 1;
        if only_filters || !text.starts_with("-") || text == "-" {
            parser.options.filters.push(String::from(text));
        } else if text == "--" {
            only_filters = true;
        } else if text.starts_with("--") {
            i += try!(parser.long(&text[2..], next)) as usize;
        } else {
            i += try!(parser.short(&text[1..], next)) as usize;
        }
    }
    if parser.wants_help {
        print_help(if arguments.is_empty() { "test" } else { &arguments[0] });
        return Ok(None);
    }
    try!(parser.settle());
    Ok(Some(parser.options))
}
