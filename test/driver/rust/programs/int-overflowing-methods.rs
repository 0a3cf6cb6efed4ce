// overflowing_* give the wrapped number, and whether it is wrong.
fn main() {
    println!("{:?}", 250u8.overflowing_add(5));
    println!("{:?}", 250u8.overflowing_add(6));
    println!("{:?}", 5u8.overflowing_sub(6));
    println!("{:?}", 16u8.overflowing_mul(16));
    println!("{:?}", 127i8.overflowing_add(1));
    println!("{:?}", (-128i8).overflowing_neg());
    println!("{:?}", 1i8.overflowing_neg());
    println!("{:?}", (-128i8).overflowing_sub(1));
    println!("{:?}", i32::max_value().overflowing_mul(2));
    let (value, over) = u64::max_value().overflowing_add(1);
    println!("{} {}", value, over);
    // A sum of two-word numbers.
    let (low, carry) = 0xffff_ffff_ffff_fff0u64.overflowing_add(0x20);
    let high = 1u64 + 2 + if carry { 1 } else { 0 };
    println!("{:x} {:016x}", high, low);
}
