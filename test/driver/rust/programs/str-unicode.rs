// Texts in UTF-8: bytes, chars, boundaries.
fn reverse(s: &str) -> String {
    let mut out = String::new();
    for c in s.chars().rev() {
        out.push(c);
    }
    out
}

fn width(s: &str) -> usize {
    let mut n = 0;
    for _ in s.chars() {
        n += 1;
    }
    n
}

fn main() {
    let texts = ["plain", "naïve", "€uro", "日本語", "🦀 crab", ""];
    for t in texts.iter() {
        println!("{} {} {} {}", t, t.len(), width(t), reverse(t));
    }
    for (i, c) in "aß日🦀".char_indices() {
        println!("{} {} {:x} {}", i, c, c as u32, c.len_utf8());
    }
    let s = "日本語";
    println!("{} {}", &s[3..6], &s[..3]);
    println!("{:?}", s.as_bytes());
    let mut out = String::new();
    for n in 0x3b1..0x3b6u32 {
        if let Some(c) = std::char::from_u32(n) {
            out.push(c);
        }
    }
    println!("{} {}", out, out.len());
    println!("{:?} {:?}", std::char::from_u32(0xd800), std::char::from_digit(7, 10));
}
