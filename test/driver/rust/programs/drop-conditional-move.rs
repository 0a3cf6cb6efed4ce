// Whether a local is dropped may be known only when running.
struct D(u32);
impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn take(d: D) {
    println!("took {}", d.0);
}

fn maybe(n: u32, give: bool) {
    let d = D(n);
    let other = D(n + 100);
    if give {
        take(d);
    }
    println!("end of maybe {}", other.0);
}

fn late(n: u32) {
    let d;
    if n > 5 {
        d = D(n);
        println!("made {}", d.0);
    }
    println!("end of late");
}

fn main() {
    maybe(1, true);
    maybe(2, false);
    late(3);
    late(6);
}
