// Texts built in loops.
fn hex(n: u64) -> String {
    let digits = b"0123456789abcdef";
    let mut out = Vec::new();
    let mut n = n;
    loop {
        out.push(digits[(n % 16) as usize]);
        n /= 16;
        if n == 0 {
            break;
        }
    }
    let mut s = String::new();
    while let Some(b) = out.pop() {
        s.push(b as char);
    }
    s
}

fn join(parts: &[&str], with: &str) -> String {
    let mut s = String::new();
    for (i, p) in parts.iter().enumerate() {
        if i > 0 {
            s.push_str(with);
        }
        s.push_str(p);
    }
    s
}

fn words(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    let mut word = String::new();
    for c in text.chars() {
        if c.is_alphanumeric() {
            word.push(c);
        } else if !word.is_empty() {
            all.push(word);
            word = String::new();
        }
    }
    if !word.is_empty() {
        all.push(word);
    }
    all
}

fn main() {
    println!("{} {} {}", hex(0), hex(255), hex(0xdeadbeef));
    println!("{} {:?}", join(&["a", "b", "c"], ", "), join(&[], "-"));
    println!("{:?}", words("the quick, brown  fox!"));
    let mut table = String::new();
    for i in 1..4 {
        for j in 1..4 {
            table = table + &format!("{:3}", i * j);
        }
        table.push('\n');
    }
    print!("{}", table);
}
