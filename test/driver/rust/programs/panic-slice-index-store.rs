// An assignment through a wrong index.
fn set(values: &mut [u8], index: usize, value: u8) {
    values[index] = value;
}

fn main() {
    let mut values = [0u8; 4];
    set(&mut values, 3, 9);
    println!("{:?}", values);
    set(&mut values, 4, 9);
    println!("{:?}", values);
}
