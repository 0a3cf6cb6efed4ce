// unreachable! with words.
fn name(n: u8) -> &'static str {
    match n {
        0 => "zero",
        _ => unreachable!("no name for {}", n),
    }
}

fn main() {
    println!("{}", name(0));
    println!("{}", name(7));
}
