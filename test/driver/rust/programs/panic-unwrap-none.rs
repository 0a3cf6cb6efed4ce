// unwrap() of nothing.
fn first(values: &[i32]) -> i32 {
    *values.first().unwrap()
}

fn main() {
    println!("{}", first(&[5, 6]));
    println!("{}", first(&[]));
}
