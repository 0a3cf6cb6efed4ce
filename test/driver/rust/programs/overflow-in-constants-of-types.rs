// Arithmetic at the limits that is not an overflow.
fn main() {
    let max = u32::max_value();
    println!("{}", max - 1 + 1);
    println!("{}", (max as u64 + 1) as u32);
    println!("{}", max / 2 + max / 2 + 1);
    let min = i32::min_value();
    println!("{} {}", min + i32::max_value(), -(min + 1));
    println!("{}", min.wrapping_neg() == min);
    let half = 0x80u8;
    println!("{} {}", half - 1 + half, half | half - 1);
    println!("{}", -128i8 as i16 - 1);
    println!("{}", (200u8 as u16 + 100) as u8);
    let mut n = 1u64;
    for _ in 0..63 {
        n *= 2;
    }
    println!("{} {}", n, n - 1 + n);
    println!("{}", i64::min_value() / 2 - i64::max_value() / 2);
    println!("{}", !0u8 >> 7 << 7);
}
