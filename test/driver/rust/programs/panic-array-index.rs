// An index behind the end of an array.
fn get(values: [i32; 3], index: usize) -> i32 {
    values[index]
}

fn main() {
    println!("{}", get([10, 20, 30], 2));
    println!("{}", get([10, 20, 30], 3));
}
