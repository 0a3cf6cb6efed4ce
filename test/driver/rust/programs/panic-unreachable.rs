// unreachable!() was reached.
fn name(n: u8) -> &'static str {
    match n {
        0 => "zero",
        1 => "one",
        _ => unreachable!(),
    }
}

fn main() {
    println!("{} {}", name(0), name(1));
    println!("{}", name(2));
}
