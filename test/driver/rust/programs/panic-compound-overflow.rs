// Assignment operators are checked as well.
fn main() {
    let mut n = 1i8;
    let mut steps = 0;
    loop {
        n *= 2;
        steps += 1;
        println!("{} {}", steps, n);
    }
}
