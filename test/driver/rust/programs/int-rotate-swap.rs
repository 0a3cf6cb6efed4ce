// Rotations and byte order.
fn main() {
    println!("{:x}", 0x12345678u32.rotate_left(8));
    println!("{:x}", 0x12345678u32.rotate_right(4));
    println!("{:x}", 0x12345678u32.rotate_left(32));
    println!("{:x}", 0x81u8.rotate_left(1));
    println!("{:x}", 0x81u8.rotate_right(1));
    println!("{:x}", 0x12345678u32.swap_bytes());
    println!("{:x}", 0x1234u16.swap_bytes());
    println!("{:x}", 0x0102030405060708u64.swap_bytes());
    println!("{:x}", 0x12345678u32.to_be());
    println!("{:x}", 0x12345678u32.to_le());
    println!("{:x}", u32::from_be(0x12345678));
    println!("{}", 0x1234i16.swap_bytes());
    println!("{}", (-2i32).rotate_left(1));
}
