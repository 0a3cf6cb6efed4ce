fn main() {
    let a = Box::new(4);
    println!("{}", a);
}
