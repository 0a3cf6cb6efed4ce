// Braces, escapes in literals, and line continuations.
fn main() {
    println!("{{}} {{{}}} }}{{", 1);
    println!("tab\there, quote \" and \', backslash \\");
    println!("unicode \u{e9} \u{20ac} \x41");
    println!("one line \
              and the same line");
    println!("two
lines");
    println!(r"raw \n {}", 5);
    println!(r#"raw "quoted" {}"#, 6);
    print!("no newline, ");
    print!("{}\n", "then one");
    println!("");
    println!();
    println!("{}", "percent % and $ are plain");
}
