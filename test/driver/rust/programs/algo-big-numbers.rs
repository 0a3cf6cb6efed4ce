// Decimal numbers of any length in a vector of digits.
fn from_u64(n: u64) -> Vec<u8> {
    let mut digits = Vec::new();
    let mut n = n;
    while n > 0 {
        digits.push((n % 10) as u8);
        n /= 10;
    }
    digits
}

fn add(a: &[u8], b: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut carry = 0;
    let mut i = 0;
    while i < a.len() || i < b.len() || carry > 0 {
        let x = if i < a.len() { a[i] } else { 0 };
        let y = if i < b.len() { b[i] } else { 0 };
        let sum = x + y + carry;
        out.push(sum % 10);
        carry = sum / 10;
        i += 1;
    }
    out
}

fn times(a: &[u8], n: u32) -> Vec<u8> {
    let mut out = Vec::with_capacity(a.len() + 2);
    let mut carry = 0;
    for d in a {
        let product = *d as u32 * n + carry;
        out.push((product % 10) as u8);
        carry = product / 10;
    }
    while carry > 0 {
        out.push((carry % 10) as u8);
        carry /= 10;
    }
    out
}

fn show(a: &[u8]) -> String {
    if a.is_empty() {
        return "0".to_string();
    }
    let mut s = String::new();
    for d in a.iter().rev() {
        s.push((b'0' + *d) as char);
    }
    s
}

fn main() {
    println!("{} {}", show(&from_u64(0)), show(&from_u64(18446744073709551615)));
    println!("{}", show(&add(&from_u64(999), &from_u64(1))));
    let (mut a, mut b) = (from_u64(1), from_u64(1));
    for _ in 0..150 {
        let c = add(&a, &b);
        a = b;
        b = c;
    }
    println!("{}", show(&a));
    let mut f = from_u64(1);
    for n in 1..31 {
        f = times(&f, n);
    }
    println!("{}", show(&f));
}
