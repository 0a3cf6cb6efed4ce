// What str can do.
fn main() {
    let s = "  Hello, Wörld! ";
    println!("{} {:?}", s.len(), s.trim());
    println!("{:?} {:?}", s.trim_left(), s.trim_right());
    let t = s.trim();
    println!("{} {}", t.starts_with("Hello"), t.ends_with("!"));
    println!("{} {}", t.contains("Wör"), t.contains("wor"));
    println!("{:?} {:?} {:?}", t.find("l"), t.rfind("l"), t.find("zz"));
    println!("{:?} {:?}", t.find('o'), t.find('x'));
    println!("{} {}", "".is_empty(), t.is_empty());
    println!("{} {}", t.is_char_boundary(8), t.is_char_boundary(9));
    for b in "aé".bytes() {
        print!("{} ", b);
    }
    println!("");
    for c in "aé€".chars() {
        print!("{}:{} ", c, c.len_utf8());
    }
    println!("");
    println!("{:?} {:?}", &t[..5], &t[7..]);
    println!("{}", "ab".to_string() + "cd");
    println!("{:?}", "abc".as_bytes());
    println!("{} {}", "apple" < "banana", "Z" < "a");
    println!("{:?} {:?}", "a,b".split_at(1), "abc".chars().count());
    println!("{}", "ab".repeat(3));
    println!("{}", "12".eq("12"));
}
