// `..base` moves only the fields that are not named.
struct D(u32);
impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

struct S {
    a: D,
    b: D,
    n: u32,
}

fn make() -> S {
    S { a: D(10), b: D(11), n: 5 }
}

fn main() {
    let base = S { a: D(1), b: D(2), n: 3 };
    let s = S { a: D(4), ..base };
    println!("{} {} {}", s.a.0, s.b.0, s.n);
    println!("left of base: {} {}", base.a.0, base.n);
    let t = S { b: D(20), ..make() };
    println!("{} {} {}", t.a.0, t.b.0, t.n);
}
