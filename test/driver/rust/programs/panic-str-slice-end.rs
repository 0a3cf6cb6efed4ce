// A range of a str beyond its end, found before the slice is made.
fn prefix(text: &str, n: usize) -> &str {
    if n > text.len() {
        panic!("{} is longer than {:?}", n, text);
    }
    &text[..n]
}

fn main() {
    println!("{}", prefix("hello", 3));
    println!("{}", prefix("hello", 9));
}
