// An implementation that hands width and alignment on.
use std::fmt;

enum Suit {
    Hearts,
    Spades,
}

impl fmt::Display for Suit {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let name = match *self {
            Suit::Hearts => "hearts",
            Suit::Spades => "spades",
        };
        f.pad(name)
    }
}

struct Wrapped(i32);

impl fmt::Display for Wrapped {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

fn main() {
    println!("[{}] [{:8}] [{:>8}] [{:.3}]", Suit::Hearts, Suit::Hearts, Suit::Spades, Suit::Spades);
    println!("[{}] [{:5}] [{:<5}] [{:+}] [{:05}]", Wrapped(1), Wrapped(2), Wrapped(3), Wrapped(4), Wrapped(5));
}
