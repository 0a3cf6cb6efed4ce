// assert_ne! shows both sides.
fn main() {
    let a = Some(2);
    assert_ne!(a, None);
    println!("once");
    assert_ne!(a, Some(2));
}
