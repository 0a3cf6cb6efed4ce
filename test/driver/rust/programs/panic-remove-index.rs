// Vec::remove() with a wrong index.
fn main() {
    let mut v = vec![1, 2, 3];
    println!("{}", v.remove(0));
    println!("{:?}", v);
    v.remove(2);
}
