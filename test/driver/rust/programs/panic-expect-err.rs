// expect() of an error shows both texts.
fn parse(text: &str) -> Result<u32, &str> {
    if text == "one" { Ok(1) } else { Err("no number") }
}

fn main() {
    println!("{}", parse("one").expect("a number"));
    println!("{}", parse("two").expect("a number"));
}
