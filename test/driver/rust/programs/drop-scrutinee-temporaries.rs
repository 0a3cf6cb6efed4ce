// A temporary in a scrutinee lives as long as the match.
struct D(u32);
impl D {
    fn value(&self) -> Option<u32> {
        Some(self.0)
    }
    fn below(&self, limit: u32) -> bool {
        self.0 < limit
    }
}
impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    match D(1).value() {
        Some(n) => println!("match {}", n),
        None => println!("none"),
    }
    if D(3).below(5) {
        println!("if below");
    }
    let mut n = 0;
    while D(10 + n).below(12) {
        println!("while {}", n);
        n += 1;
    }
    println!("end");
}
