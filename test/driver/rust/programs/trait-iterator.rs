// An iterator of one's own in a for loop.
struct Countdown {
    n: u32,
}

impl Iterator for Countdown {
    type Item = u32;
    fn next(&mut self) -> Option<u32> {
        if self.n == 0 {
            None
        } else {
            self.n -= 1;
            Some(self.n)
        }
    }
}

struct Fib {
    a: u64,
    b: u64,
}

impl Iterator for Fib {
    type Item = (u64, u64);
    fn next(&mut self) -> Option<(u64, u64)> {
        let now = (self.a, self.b);
        self.a = now.1;
        self.b = now.0 + now.1;
        Some(now)
    }
}

fn main() {
    for n in (Countdown { n: 4 }) {
        print!("{} ", n);
    }
    println!("");
    for (a, b) in (Fib { a: 0, b: 1 }) {
        if a > 50 {
            break;
        }
        print!("{}/{} ", a, b);
    }
    println!("");
    let mut c = Countdown { n: 3 };
    println!("{:?} {:?}", c.next(), c.n);
    while let Some(n) = c.next() {
        println!("{}", n);
    }
    println!("{:?}", c.next());
}
