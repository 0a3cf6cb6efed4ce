// A function that never returns has any type.
fn fail(code: i32) -> ! {
    println!("failing with {}", code);
    std::process::exit(code)
}

fn parse(c: char) -> u32 {
    match c.to_digit(10) {
        Some(n) => n,
        None => fail(3),
    }
}

fn main() {
    println!("{}", parse('4'));
    println!("{}", parse('x'));
}
