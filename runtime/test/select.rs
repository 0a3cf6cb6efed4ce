//! Which tests are to run, and in which order.

use options::{Ignored, Options};
use super::Test;

/// A test that was chosen.
#[derive(Clone, Copy)]
pub struct Chosen {
    pub test: &'static Test,
    /// Is counted, but does not run.
    pub is_ignored: bool,
}

pub struct Selection {
    /// By name, unless they are to be shuffled.
    pub tests: Vec<Chosen>,
    pub filtered_out: usize,
}

fn matches(name: &str, pattern: &str, exact: bool) -> bool {
    if exact { name == pattern } else { name.contains(pattern) }
}

fn matches_any(name: &str, patterns: &[String], exact: bool) -> bool {
    for pattern in patterns.iter() {
        if matches(name, pattern, exact) {
            return true;
        }
    }
    false
}

fn is_wanted(test: &Test, options: &Options) -> bool {
    if !options.filters.is_empty() && !matches_any(test.name, &options.filters, options.exact) {
        return false;
    }
    if matches_any(test.name, &options.skip, options.exact) {
        return false;
    }
    if options.exclude_should_panic && test.should_panic {
        return false;
    }
    options.ignored != Ignored::Only || test.ignore
}

fn by_name(a: &Chosen, b: &Chosen) -> ::std::cmp::Ordering {
    a.test.name.cmp(b.test.name)
}

/// Equal seeds give equal orders.
fn shuffle(tests: &mut [Chosen], seed: u64) {
    // Xorshift has one state that it never leaves.
    let mut state = if seed == 0 { 0x9e3779b97f4a7c15 } else { seed };
    let mut i = tests.len();
    while i > 1 {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        tests.swap(i - 1, (state % i as u64) as usize);
        i -= 1;
    }
}

pub fn select(tests: &'static [Test], options: &Options) -> Selection {
    let mut chosen = Vec::new();
    for test in tests.iter() {
        if is_wanted(test, options) {
            let is_ignored = test.ignore && options.ignored == Ignored::No;
            // There is nothing to measure in a test.
            chosen.push(Chosen { test: test, is_ignored: is_ignored || options.only_benchmarks });
        }
    }
    chosen.sort_by(by_name);
    if let Some(seed) = options.shuffle_seed {
        shuffle(&mut chosen, seed);
    }
    let filtered_out = tests.len() - chosen.len();
    Selection { tests: chosen, filtered_out: filtered_out }
}
