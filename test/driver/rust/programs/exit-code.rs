// process::exit() ends at once with its code.
use std::process;

struct Loud;
impl Drop for Loud {
    fn drop(&mut self) {
        println!("never");
    }
}

fn main() {
    let _loud = Loud;
    println!("before");
    process::exit(7);
}
