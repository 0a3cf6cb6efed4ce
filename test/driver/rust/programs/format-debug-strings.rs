// Debug of strings and chars escapes what is not printable.
fn main() {
    println!("{:?} {:?}", "plain", 'p');
    println!("{:?}", "quote \" apostrophe ' backslash \\");
    println!("{:?} {:?}", '"', '\'');
    println!("{:?}", "tab\t newline\n return\r zero\0");
    println!("{:?} {:?} {:?}", '\t', '\n', '\0');
    println!("{:?}", "\u{1}\u{7f}\u{1b}");
    println!("{:?} {:?}", "é€", 'é');
    println!("{:?}", "");
    println!("{:?}", String::from("owned\n"));
    println!("{:?}", b'a');
    println!("{:?}", b"bytes");
}
