// Reversal, palindromes, Caesar, vowels, run lengths.
fn caesar(text: &str, by: u8) -> String {
    let mut out = String::new();
    for b in text.bytes() {
        let c = match b {
            b'a'...b'z' => (b - b'a' + by) % 26 + b'a',
            b'A'...b'Z' => (b - b'A' + by) % 26 + b'A',
            _ => b,
        };
        out.push(c as char);
    }
    out
}

fn palindrome(text: &str) -> bool {
    let b = text.as_bytes();
    if b.is_empty() {
        return true;
    }
    let (mut i, mut j) = (0, b.len() - 1);
    while i < j {
        if b[i] != b[j] {
            return false;
        }
        i += 1;
        j -= 1;
    }
    true
}

fn encode(text: &str) -> String {
    let mut out = String::new();
    let mut last = None;
    let mut count = 0;
    for c in text.chars() {
        if last == Some(c) {
            count += 1;
        } else {
            if let Some(l) = last {
                out = out + &format!("{}{}", count, l);
            }
            last = Some(c);
            count = 1;
        }
    }
    if let Some(l) = last {
        out += &format!("{}{}", count, l);
    }
    out
}

fn decode(text: &str) -> String {
    let mut out = String::new();
    let mut n = 0;
    for c in text.chars() {
        match c.to_digit(10) {
            Some(d) => n = n * 10 + d,
            None => {
                for _ in 0..n {
                    out.push(c);
                }
                n = 0;
            }
        }
    }
    out
}

fn main() {
    let secret = caesar("Hello, World!", 3);
    println!("{} {}", secret, caesar(&secret, 23));
    println!("{} {} {}", palindrome("racecar"), palindrome("abca"), palindrome(""));
    let coded = encode("aaabccddddddddddd");
    println!("{} {} {:?}", coded, decode(&coded), encode(""));
}
