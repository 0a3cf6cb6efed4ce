// assert_eq! shows both sides.
fn main() {
    assert_eq!(1 + 1, 2);
    println!("once");
    let v = vec![1, 2, 3];
    assert_eq!(v.len(), 4);
}
