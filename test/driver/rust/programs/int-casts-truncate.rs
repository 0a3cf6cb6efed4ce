// `as` to a narrower type keeps the low bits.
fn main() {
    let n: i32 = 0x12345678;
    println!("{} {} {}", n as i8, n as u8, n as i16);
    let m: i32 = -1;
    println!("{} {} {} {}", m as u8, m as u16, m as u32, m as i8);
    let big: u64 = 0xfedc_ba98_7654_3210;
    println!("{:x} {:x} {:x}", big as u32, big as u16, big as u8);
    println!("{} {}", big as i32, big as i64);
    println!("{} {}", 300i32 as u8, 200u8 as i8);
    println!("{} {}", 65536u32 as u16, 32768u32 as i16);
    println!("{}", (1u64 << 40) as u32);
    println!("{}", -129i16 as i8);
    println!("{}", usize::max_value() as u8);
    println!("{}", 3000000000u32 as i32 as i64);
}
