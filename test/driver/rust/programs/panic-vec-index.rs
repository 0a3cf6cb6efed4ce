// An index behind the end of a vector.
fn main() {
    let v = vec![1, 2, 3];
    let mut i = 0;
    loop {
        println!("{}", v[i]);
        i += 1;
    }
}
