// Literals, ranges, alternatives and guards.
fn name(n: i32) -> &'static str {
    match n {
        0 => "zero",
        1 | 2 | 3 => "a few",
        4...9 => "some",
        10...99 if n % 10 == 0 => "round",
        -5...-1 => "a bit below",
        _ => "many",
    }
}

fn digit(b: u8) -> Option<u8> {
    match b {
        b'0'...b'9' => Some(b - b'0'),
        b'a'...b'f' | b'A'...b'F' => Some((b | 32) - b'a' + 10),
        _ => None,
    }
}

fn main() {
    for n in [0, 1, 3, 4, 9, 10, 11, 50, -1, -5, -6, 1000].iter() {
        println!("{} {}", n, name(*n));
    }
    println!("{:?} {:?} {:?} {:?}", digit(b'7'), digit(b'c'), digit(b'F'), digit(b'g'));
    match 300u16 {
        0...255 => println!("byte"),
        n => println!("no byte: {}", n),
    }
    const LIMIT: u32 = 10;
    match 10u32 {
        LIMIT => println!("limit"),
        _ => println!("other"),
    }
}
