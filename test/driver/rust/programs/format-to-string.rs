// format!, to_string, write! into a String.
use std::fmt::Write;

fn main() {
    let a = format!("{}-{:03}", "id", 7);
    println!("{} {}", a, a.len());
    let b = 42.to_string() + "!" + &true.to_string() + &'c'.to_string();
    println!("{}", b);
    println!("{}", 2.50.to_string());
    let mut s = String::new();
    write!(s, "{} ", 1).unwrap();
    write!(&mut s, "{:?} ", "two").unwrap();
    writeln!(s, "{:#x}", 3).unwrap();
    print!("{}", s);
    s.write_str("direct").unwrap();
    println!("{}", s.len());
    let nested = format!("<{}>", format!("[{}]", format!("({})", 1)));
    println!("{}", nested);
}
