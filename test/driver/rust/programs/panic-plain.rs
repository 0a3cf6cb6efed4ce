// panic!() with nothing to say.
fn main() {
    println!("before");
    if true {
        panic!();
    }
    println!("after");
}
