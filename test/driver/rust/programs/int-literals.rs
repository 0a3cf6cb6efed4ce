// Numbers in all bases, with underscores and suffixes.
fn main() {
    println!("{} {} {}", 0xff, 0o777, 0b1010_1010);
    println!("{} {}", 1_000_000, 1__0);
    println!("{} {} {}", 255u8, -128i8, 0xFFFFu16);
    println!("{} {}", 0xdead_beefu32, 0x7fff_ffff_ffff_ffffi64);
    println!("{}", 18446744073709551615u64);
    println!("{}", -9223372036854775808i64);
    println!("{} {}", 10usize, -10isize);
    println!("{} {} {}", b'a', b'\n', b'\xff');
    println!("{} {}", b'\\', b'\'');
    let inferred = 300;
    let widened: u16 = inferred;
    println!("{}", widened);
    let from_argument = 70000;
    takes_u32(from_argument);
    println!("{} {} {}", 1e3, 2.5e-3, 1_0.5_0);
    println!("{} {}", 3f32, 4f64);
}

fn takes_u32(n: u32) {
    println!("{}", n);
}
