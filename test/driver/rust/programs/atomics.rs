// Atomic counters in statics.
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

static COUNT: AtomicUsize = AtomicUsize::new(0);
static FLAG: AtomicBool = AtomicBool::new(false);

fn count() -> usize {
    COUNT.fetch_add(1, Ordering::SeqCst)
}

struct Tracked;

impl Tracked {
    fn new() -> Tracked {
        COUNT.fetch_add(100, Ordering::Relaxed);
        Tracked
    }
}

impl Drop for Tracked {
    fn drop(&mut self) {
        COUNT.fetch_sub(100, Ordering::Relaxed);
    }
}

fn main() {
    println!("{} {} {}", count(), count(), COUNT.load(Ordering::SeqCst));
    COUNT.store(50, Ordering::SeqCst);
    println!("{}", count());
    {
        let _t = Tracked::new();
        println!("{}", COUNT.load(Ordering::Relaxed));
    }
    println!("{}", COUNT.load(Ordering::Relaxed));
    println!("{}", COUNT.swap(7, Ordering::AcqRel));
    println!("{} {}", COUNT.load(Ordering::Acquire), FLAG.load(Ordering::SeqCst));
    FLAG.store(true, Ordering::Release);
    println!("{} {}", FLAG.swap(false, Ordering::SeqCst), FLAG.load(Ordering::SeqCst));
    let local = AtomicUsize::new(3);
    local.fetch_sub(1, Ordering::SeqCst);
    println!("{}", local.load(Ordering::SeqCst));
}
