//! The reports that tools read: an event a line, as rustc's test programs print them.

use options::Options;
use outcome::{self, Outcome, Summary, Verdict};
use select::{Chosen, Selection};

/// Between the quotes.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' => escaped.push_str("\\\""),
            '\\' => escaped.push_str("\\\\"),
            '\n' => escaped.push_str("\\n"),
            '\r' => escaped.push_str("\\r"),
            '\t' => escaped.push_str("\\t"),
            '\x08' => escaped.push_str("\\b"),
            '\x0c' => escaped.push_str("\\f"),
            c if (c as u32) < 0x20 || c as u32 == 0x7f => {
                escaped.push_str(&format!("\\u{:04x}", c as u32))
            }
            c => escaped.push(c),
        }
    }
    escaped
}

pub fn run_started(selection: &Selection, options: &Options) {
    print!("{{ \"type\": \"suite\", \"event\": \"started\", \"test_count\": {}",
           selection.tests.len());
    if let Some(seed) = options.shuffle_seed {
        print!(", \"shuffle_seed\": {}", seed);
    }
    println!(" }}");
}

fn test_event(chosen: Chosen, event: &str) {
    println!("{{ \"type\": \"test\", \"event\": \"{}\", \"name\": \"{}\" }}", event,
             escaped(chosen.test.name));
}

pub fn test_started(chosen: Chosen) {
    test_event(chosen, "started")
}

pub fn test_is_slow(chosen: Chosen) {
    test_event(chosen, "timeout")
}

pub fn test_ended(outcome: &Outcome, options: &Options) {
    let (event, message) = match outcome.verdict {
        Verdict::Passed => ("ok", ""),
        Verdict::Failed => ("failed", outcome.message.as_str()),
        Verdict::Ignored => ("ignored", outcome.chosen.test.reason),
    };
    let mut line = format!("{{ \"type\": \"test\", \"name\": \"{}\", \"event\": \"{}\"",
                           escaped(outcome.chosen.test.name), event);
    if options.report_time && outcome.verdict != Verdict::Ignored {
        line.push_str(&format!(", \"exec_time\": {}", outcome::seconds(outcome.time)));
    }
    let shows_output = options.show_output || outcome.verdict == Verdict::Failed;
    if shows_output && !outcome.output.is_empty() {
        let text = String::from_utf8_lossy(&outcome.output);
        line.push_str(&format!(", \"stdout\": \"{}\"", escaped(&text)));
    }
    if !message.is_empty() {
        line.push_str(&format!(", \"message\": \"{}\"", escaped(message)));
    }
    println!("{} }}", line);
}

pub fn run_ended(summary: &Summary) {
    let event = if summary.failed.is_empty() { "ok" } else { "failed" };
    println!("{{ \"type\": \"suite\", \"event\": \"{}\", \"passed\": {}, \"failed\": {}, \
              \"ignored\": {}, \"measured\": 0, \"filtered_out\": {}, \"exec_time\": {} }}",
             event, summary.passed.len(), summary.failed.len(), summary.ignored,
             summary.filtered_out, outcome::seconds(summary.time));
}

/// `--list`
pub fn list(selection: &Selection) {
    println!("{{ \"type\": \"suite\", \"event\": \"discovery\" }}");
    let mut ignored = 0;
    for chosen in selection.tests.iter() {
        let test = chosen.test;
        println!("{{ \"type\": \"test\", \"event\": \"discovered\", \"name\": \"{}\", \
                  \"ignore\": {}, \"ignore_message\": \"{}\", \"source_path\": \"{}\", \
                  \"start_line\": {}, \"start_col\": {}, \"end_line\": {}, \"end_col\": {} }}",
                 escaped(test.name), chosen.is_ignored, escaped(test.reason), escaped(test.file),
                 test.line, test.column, test.line, test.end_column);
        ignored += chosen.is_ignored as usize;
    }
    println!("{{ \"type\": \"suite\", \"event\": \"completed\", \"tests\": {}, \"benchmarks\": 0, \
              \"total\": {}, \"ignored\": {} }}", selection.tests.len(), selection.tests.len(),
             ignored);
}
