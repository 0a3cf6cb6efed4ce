// pow() overflows as a multiplication does.
fn main() {
    let mut n = 1;
    loop {
        println!("{}", 10i32.pow(n));
        n += 3;
    }
}
