// A match moves out of its scrutinee, or only looks at it.
struct D(u32);
impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

enum E {
    One(D),
    Two(D, D),
    Zero,
}

fn consume(e: E) {
    match e {
        E::One(d) => println!("one {}", d.0),
        E::Two(a, _) => println!("two {}", a.0),
        E::Zero => println!("zero"),
    }
    println!("consumed");
}

fn look(e: E) {
    match e {
        E::One(ref d) => println!("one {}", d.0),
        E::Two(ref a, ref b) => println!("two {} {}", a.0, b.0),
        E::Zero => println!("zero"),
    }
    println!("looked");
}

fn main() {
    consume(E::One(D(1)));
    consume(E::Two(D(2), D(3)));
    consume(E::Zero);
    look(E::One(D(4)));
    look(E::Two(D(5), D(6)));
    look(E::Zero);
}
