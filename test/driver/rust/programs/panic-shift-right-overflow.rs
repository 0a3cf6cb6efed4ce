// A shift by a negative number.
fn shift(n: i64, by: i32) -> i64 {
    n >> by
}

fn main() {
    println!("{}", shift(-8, 2));
    println!("{}", shift(-8, -1));
}
