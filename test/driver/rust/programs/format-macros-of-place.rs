// line!, column!, stringify!, concat! and cfg!.
fn main() {
    println!("{}", line!());
    println!("{}", stringify!(a + b));
    println!("{}", stringify!(identifier));
    println!("{}", concat!("a", 1, 2.5, true, 'c', -3));
    println!(concat!("format ", "{} ", "{}"), 1, 2);
    let text: &'static str = concat!("x", "y");
    println!("{}", text);
    println!("{}", line!());
    println!("{} {}", cfg!(target_os = "linux"), cfg!(any()));
    println!("{}", column!() > 0);
}
