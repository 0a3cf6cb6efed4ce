// Byte strings, raw strings, escapes in literals.
fn count(bytes: &[u8], wanted: u8) -> usize {
    let mut n = 0;
    for b in bytes {
        if *b == wanted {
            n += 1;
        }
    }
    n
}

fn main() {
    let b = b"a\x00\xff\n\\\"";
    println!("{:?} {}", b, b.len());
    let fixed: &[u8; 3] = b"abc";
    println!("{} {}", fixed[0], fixed.len());
    println!("{}", count(b"hello", b'l'));
    println!("{:?}", br"raw\n");
    println!("{:?}", r"raw \ text".len());
    println!("{}", r#"with "quotes""#);
    println!("{}", r##"with "# inside"##);
    println!("{:?}", "\u{48}\x49\t\0");
    println!("{:?}", "a\
                      b");
    println!("{}", b"ab" < b"ac");
    for c in b"xyz".iter() {
        print!("{} ", *c as char);
    }
    println!("");
}
