// Strings: making, growing, comparing, slicing.
fn main() {
    let mut s = String::new();
    println!("{:?} {} {}", s, s.len(), s.is_empty());
    s.push('a');
    s.push_str("bcd");
    s.push('é');
    println!("{} {}", s, s.len());
    println!("{:?} {}", s.pop(), s);
    let t = s.clone() + "-" + &s + &String::from("!");
    println!("{}", t);
    s += "xyz";
    println!("{} {} {}", s, &s[1..3], &s[4..]);
    println!("{} {} {}", s == "abcdxyz", s != t, s < t);
    let a = "lit".to_string();
    let b = String::from("lit");
    let c = "lit".to_owned();
    println!("{} {} {}", a == b, b == c, "lit" == c);
    println!("{:?}", a.into_bytes());
    s.truncate(2);
    println!("{}", s);
    s.insert(1, '*');
    println!("{}", s);
    println!("{}", s.remove(0));
    s.clear();
    println!("{:?}", s);
    let r: &str = &b;
    println!("{} {:?}", r, r.as_bytes());
    println!("{}", String::with_capacity(20).capacity() >= 20);
    println!("{}", b.as_str().len());
}
