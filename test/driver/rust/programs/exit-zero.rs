// exit(0) is success, even in the middle.
fn main() {
    for i in 0..10 {
        println!("{}", i);
        if i == 3 {
            std::process::exit(0);
        }
    }
    println!("not reached");
}
