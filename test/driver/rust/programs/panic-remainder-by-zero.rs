// A remainder by zero.
fn remainder(a: u64, b: u64) -> u64 {
    a % b
}

fn main() {
    println!("{}", remainder(7, 2));
    println!("{}", remainder(7, 0));
}
