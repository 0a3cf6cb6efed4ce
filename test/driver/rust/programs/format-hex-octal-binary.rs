// The other bases, with prefix, width and zeros; negative numbers as two's complement.
fn main() {
    println!("{:x} {:X} {:o} {:b}", 255, 255, 255, 255);
    println!("{:#x} {:#X} {:#o} {:#b}", 255, 255, 255, 5);
    println!("{:08x} {:#010x} {:08b} {:#010b}", 0xbeef, 0xbeef, 5, 5);
    println!("{:x} {:x} {:b}", -1i8, -1i32, -2i8);
    println!("{:o} {:x}", -1i16, i64::min_value());
    println!("[{:6x}] [{:<6x}] [{:^6x}] [{:>#6x}]", 10, 10, 10, 10);
    println!("{:x} {:X}", u64::max_value(), 0xabcdefu32);
    println!("{:02x}{:02x}{:02x}", 1, 171, 205);
    println!("{:#06x} {:#b} {:#o}", 1, 0, 0);
    println!("{:x} {:b}", 0u8, 0u8);
    println!("{:+x}", 10);
}
