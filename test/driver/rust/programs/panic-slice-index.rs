// An index behind the end of a slice.
fn get(values: &[i32], index: usize) -> i32 {
    values[index]
}

fn main() {
    let values = [1, 2, 3, 4, 5];
    println!("{}", get(&values[1..4], 2));
    println!("{}", get(&values[1..4], 3));
}
