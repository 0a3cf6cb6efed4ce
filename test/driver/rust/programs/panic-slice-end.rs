// A range that ends behind the end of the slice.
fn part(values: &[i32], from: usize, to: usize) -> usize {
    (&values[from..to]).len()
}

fn main() {
    let values = [1, 2, 3];
    println!("{} {}", part(&values, 0, 3), part(&values, 3, 3));
    println!("{}", part(&values, 1, 4));
}
