// assert_eq! with a message.
fn main() {
    let text = "abc";
    assert_eq!(text, "abc", "never said");
    println!("once");
    assert_eq!(text, "abd", "comparing {}", 1);
}
