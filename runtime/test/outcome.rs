//! What became of a test.

use std::time::Duration;
use select::Chosen;

#[derive(Clone, Copy, PartialEq)]
pub enum Verdict {
    Passed,
    Failed,
    Ignored,
}

pub struct Outcome {
    pub chosen: Chosen,
    pub verdict: Verdict,
    /// Why it failed, where its output does not tell; may be empty.
    pub message: String,
    /// What it printed, where that was captured.
    pub output: Vec<u8>,
    pub time: Duration,
}

pub fn ignored(chosen: Chosen) -> Outcome {
    Outcome {
        chosen: chosen,
        verdict: Verdict::Ignored,
        message: String::new(),
        output: Vec::new(),
        time: Duration::from_secs(0),
    }
}

/// Of all tests.
pub struct Summary {
    pub passed: Vec<Outcome>,
    pub failed: Vec<Outcome>,
    pub ignored: usize,
    pub filtered_out: usize,
    pub time: Duration,
}

pub fn seconds(time: Duration) -> f64 {
    time.as_secs() as f64 + time.subsec_nanos() as f64 / 1000000000.0
}
