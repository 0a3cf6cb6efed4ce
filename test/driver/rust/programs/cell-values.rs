// Change behind a shared reference with Cell.
use std::cell::Cell;

struct Counter {
    hits: Cell<u32>,
    last: Cell<Option<char>>,
}

impl Counter {
    fn hit(&self, c: char) -> u32 {
        self.hits.set(self.hits.get() + 1);
        self.last.set(Some(c));
        self.hits.get()
    }
}

fn main() {
    let c = Counter { hits: Cell::new(0), last: Cell::new(None) };
    let a = &c;
    let b = &c;
    println!("{} {} {}", a.hit('a'), b.hit('b'), c.hit('c'));
    println!("{:?} {}", c.last.get(), c.hits.get());
    println!("{}", c.hits.replace(50));
    println!("{}", b.hits.get());
}
