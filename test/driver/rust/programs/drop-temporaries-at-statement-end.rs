// A temporary lives until the end of its statement.
struct D(u32);
impl D {
    fn value(&self) -> u32 {
        self.0
    }
    fn next(&self) -> D {
        D(self.0 + 1)
    }
}
impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn make(n: u32) -> D {
    println!("make {}", n);
    D(n)
}

fn main() {
    println!("value {}", make(1).value());
    let sum = make(2).value() + make(3).value();
    println!("sum {}", sum);
    let n = make(10).next().next().value();
    println!("n {}", n);
    make(20);
    println!("end");
}
