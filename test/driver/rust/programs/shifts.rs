// Shifts: arithmetic on signed, logical on unsigned; the right side is of any integer type.
fn main() {
    println!("{} {} {}", 1 << 4, 1u8 << 7, 1i64 << 40);
    println!("{} {}", -16i32 >> 2, -1i8 >> 7);
    println!("{} {}", 0xf0u8 >> 4, 0x8000_0000u32 >> 31);
    println!("{} {}", -1i32 as u32 >> 28, (-1i64) >> 63);
    let by_u8: u8 = 3;
    let by_i64: i64 = 5;
    let by_usize: usize = 2;
    println!("{} {} {}", 1u32 << by_u8, 1u8 << by_i64, 1u64 << by_usize);
    println!("{}", (0x55u8 << 1) as u8);
    let mut x = 1u16;
    x <<= 9;
    println!("{}", x);
    x >>= 4;
    println!("{}", x);
    let mut mask = 0u32;
    for i in 0..8 {
        mask |= 1 << (i * 4);
    }
    println!("{:#x}", mask);
}
