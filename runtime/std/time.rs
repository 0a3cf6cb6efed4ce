//! Time that passes.

use core::ops::{Add, Sub};

#[repr(C)]
struct TimeSpec {
    seconds: i64,
    nanoseconds: i64,
}

extern "C" {
    fn clock_gettime(clock: i32, result: *mut TimeSpec) -> i32;
}

const MONOTONIC: i32 = 1;
const NANOSECONDS: u32 = 1000000000;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Duration {
    secs: u64,
    nanos: u32,
}

impl Duration {
    pub fn new(secs: u64, nanos: u32) -> Duration {
        Duration { secs: secs + (nanos / NANOSECONDS) as u64, nanos: nanos % NANOSECONDS }
    }

    pub fn from_secs(secs: u64) -> Duration {
        Duration { secs: secs, nanos: 0 }
    }

    pub fn from_millis(millis: u64) -> Duration {
        Duration { secs: millis / 1000, nanos: (millis % 1000) as u32 * 1000000 }
    }

    pub fn as_secs(&self) -> u64 {
        self.secs
    }

    pub fn subsec_nanos(&self) -> u32 {
        self.nanos
    }
}

impl Add for Duration {
    type Output = Duration;

    fn add(self, other: Duration) -> Duration {
        Duration::new(self.secs + other.secs, self.nanos + other.nanos)
    }
}

impl Sub for Duration {
    type Output = Duration;

    fn sub(self, other: Duration) -> Duration {
        if self.nanos >= other.nanos {
            Duration { secs: self.secs - other.secs, nanos: self.nanos - other.nanos }
        } else {
            Duration {
                secs: self.secs - other.secs - 1,
                nanos: self.nanos + NANOSECONDS - other.nanos,
            }
        }
    }
}

/// A moment of the clock that never goes back.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Instant {
    since_start: Duration,
}

impl Instant {
    pub fn now() -> Instant {
        let mut now = TimeSpec { seconds: 0, nanoseconds: 0 };
        unsafe { clock_gettime(MONOTONIC, &mut now); }
        Instant { since_start: Duration::new(now.seconds as u64, now.nanoseconds as u32) }
    }

    pub fn duration_since(&self, earlier: Instant) -> Duration {
        self.since_start - earlier.since_start
    }

    pub fn elapsed(&self) -> Duration {
        Instant::now().duration_since(*self)
    }
}

impl Sub<Instant> for Instant {
    type Output = Duration;

    fn sub(self, earlier: Instant) -> Duration {
        self.duration_since(earlier)
    }
}
