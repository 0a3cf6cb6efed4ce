// assert! shows the condition as it was written.
fn main() {
    let a = 3;
    assert!(a == 3);
    println!("once");
    assert!(a > 1 && a < 3);
    println!("twice");
}
