// mem::forget leaves a value undropped.
use std::mem;

struct D(u32);
impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let a = D(1);
    let b = D(2);
    let c = Box::new(D(3));
    mem::forget(a);
    println!("forgot a");
    drop(b);
    println!("dropped b");
    mem::forget(c);
    println!("forgot c");
    println!("{}", mem::size_of::<D>());
}
