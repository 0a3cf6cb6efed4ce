// panic! takes what println! takes.
fn main() {
    let name = "answer";
    let value = 42;
    println!("start");
    panic!("{} is {:?}, not {:#x} {{}}", name, Some(value), 255);
}
