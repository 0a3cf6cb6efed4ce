// Arguments are dropped after the locals, in reverse order.
struct D(u32);
impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn three(a: D, _: D, c: D) {
    let _local = D(a.0 + c.0);
    println!("in three");
}

fn first((a, _b): (D, D), _c: D) -> u32 {
    a.0
}

fn unused(_a: D, _b: D) {
    println!("in unused");
}

fn main() {
    three(D(1), D(2), D(3));
    println!("{}", first((D(10), D(11)), D(12)));
    unused(D(20), D(21));
}
