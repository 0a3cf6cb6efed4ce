// assert! with a message of its own.
fn main() {
    let a = 3;
    assert!(a == 3, "a is {}", a);
    println!("once");
    assert!(a == 4, "a is {}, and {b:?}", a, b = "not four");
}
