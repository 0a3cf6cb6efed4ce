// Vec::insert() behind the end.
fn main() {
    let mut v = vec![1, 2];
    v.insert(2, 3);
    println!("{:?}", v);
    v.insert(5, 4);
}
