// panic! with a text.
fn check(n: i32) {
    if n > 2 {
        panic!("that is too much");
    }
    println!("{} is fine", n);
}

fn main() {
    for n in 0..10 {
        check(n);
    }
}
