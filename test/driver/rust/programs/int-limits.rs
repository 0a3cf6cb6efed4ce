// The limits of every integer type, in all spellings of that time.
use std::u32;

fn main() {
    println!("{} {}", i8::min_value(), i8::max_value());
    println!("{} {}", i16::min_value(), i16::max_value());
    println!("{} {}", i32::min_value(), i32::max_value());
    println!("{} {}", i64::min_value(), i64::max_value());
    println!("{} {}", u8::min_value(), u8::max_value());
    println!("{} {}", u16::min_value(), u16::max_value());
    println!("{} {}", u32::min_value(), u32::max_value());
    println!("{} {}", u64::min_value(), u64::max_value());
    println!("{} {}", isize::min_value(), usize::max_value());
    println!("{} {} {}", u32::MAX, std::i32::MIN, std::u8::MAX);
    println!("{} {} {}", std::i64::MAX, std::u64::MAX, std::usize::MAX);
    println!("{} {} {}", std::i16::MIN, std::u16::MAX, std::i8::MAX);
}
