// A range that ends before it begins.
fn part(values: &[i32], from: usize, to: usize) -> usize {
    (&values[from..to]).len()
}

fn main() {
    let values = [1, 2, 3];
    println!("{}", part(&values, 2, 3));
    println!("{}", part(&values, 2, 1));
}
