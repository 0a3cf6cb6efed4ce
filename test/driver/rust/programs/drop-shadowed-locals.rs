// A shadowed local lives on until its scope ends.
struct D(u32);
impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let d = D(1);
    println!("first {}", d.0);
    let d = D(d.0 + 1);
    println!("second {}", d.0);
    let d = D(d.0 + 1);
    {
        let d = D(d.0 + 10);
        println!("inner {}", d.0);
    }
    println!("third {}", d.0);
}
