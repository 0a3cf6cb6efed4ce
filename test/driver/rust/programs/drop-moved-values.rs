// What was moved is dropped by who got it.
struct D(&'static str);
impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn take(d: D) {
    println!("took {}", d.0);
}

fn pass(d: D) -> D {
    println!("passing {}", d.0);
    d
}

fn main() {
    let a = D("a");
    let b = D("b");
    let c = D("c");
    take(a);
    let again = pass(b);
    let moved = c;
    println!("have {} {}", again.0, moved.0);
    drop(again);
    println!("end");
}
