// debug_assert! is checked when debug assertions are on.
fn index(i: usize, len: usize) -> usize {
    debug_assert!(i <= len, "index {} of {}", i, len);
    i
}

fn main() {
    println!("{}", index(1, 2));
    println!("{}", cfg!(debug_assertions) || true);
    debug_assert_eq!(index(2, 2), 2);
    debug_assert_ne!(index(2, 2), 3);
    assert!(index(2, 2) == 3, "last");
}
