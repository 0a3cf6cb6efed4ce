// Counting ones and zeros.
fn main() {
    println!("{} {} {}", 0u8.count_ones(), 255u8.count_ones(), 0b1011u32.count_ones());
    println!("{} {}", (-1i32).count_ones(), (-1i64).count_zeros());
    println!("{} {} {}", 1u8.leading_zeros(), 1u16.leading_zeros(), 1u64.leading_zeros());
    println!("{} {}", 0u32.leading_zeros(), 0u32.trailing_zeros());
    println!("{} {} {}", 8u32.trailing_zeros(), 1u64.trailing_zeros(), 0x100u16.trailing_zeros());
    println!("{} {}", (-1i32).leading_zeros(), i32::max_value().leading_zeros());
    println!("{} {}", 0i8.leading_zeros(), 0usize.trailing_zeros());
    let mut total = 0;
    for i in 0..256u32 {
        total += i.count_ones();
    }
    println!("{}", total);
    let mut bits = 0b1101_0010u8;
    while bits != 0 {
        let at = bits.trailing_zeros();
        println!("bit {}", at);
        bits &= bits - 1;
    }
}
