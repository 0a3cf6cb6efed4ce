// A temporary in a block's last expression outlives the block's locals.
struct D(u32);
impl D {
    fn value(&self) -> u32 {
        self.0
    }
}
impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn tail() -> u32 {
    let _a = D(1);
    D(2).value()
}

fn with_return() -> u32 {
    let _a = D(3);
    return D(4).value();
}

fn with_local() -> u32 {
    let _a = D(5);
    let n = D(6).value();
    n
}

fn main() {
    println!("{}", tail());
    println!("{}", with_return());
    println!("{}", with_local());
}
