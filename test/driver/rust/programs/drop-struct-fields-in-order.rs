// The struct's own drop runs first, then its fields in order.
struct D(u32);
impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

struct Outer {
    second: D,
    first: D,
    pair: (D, D),
}
impl Drop for Outer {
    fn drop(&mut self) {
        println!("drop outer {}", self.first.0);
    }
}

struct Plain {
    a: D,
    b: D,
}

fn main() {
    let _outer = Outer { first: D(1), second: D(2), pair: (D(3), D(4)) };
    let _plain = Plain { b: D(10), a: D(11) };
    let _array = [D(20), D(21)];
    let _tuple = (D(30), 5, D(31));
    println!("end");
}
