// An open range that begins behind the end.
fn rest(values: &[i32], from: usize) -> usize {
    (&values[from..]).len()
}

fn main() {
    let values = [1, 2, 3];
    println!("{} {}", rest(&values, 0), rest(&values, 3));
    println!("{}", rest(&values, 4));
}
