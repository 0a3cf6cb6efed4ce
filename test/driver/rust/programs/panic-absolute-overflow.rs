// A method of the library overflows.
fn main() {
    let values = [5i32, -5, i32::min_value()];
    for v in values.iter() {
        println!("{}", v.abs());
    }
}
