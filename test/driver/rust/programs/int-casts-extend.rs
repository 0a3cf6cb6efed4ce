// `as` to a wider type extends by the sign of the source's type.
fn main() {
    let a: i8 = -1;
    println!("{} {} {}", a as i16, a as i32, a as i64);
    println!("{} {} {}", a as u16, a as u32, a as u64);
    let b: u8 = 255;
    println!("{} {} {} {}", b as i16, b as i32, b as u64, b as i64);
    let c: i32 = -2147483648;
    println!("{} {}", c as i64, c as u64);
    println!("{} {}", c as isize, c as usize);
    let d: u32 = 0x80000000;
    println!("{} {} {}", d as i64, d as u64, d as usize);
    println!("{} {}", true as i32, false as u8);
    println!("{} {}", a as u8 as i32, a as u8 as i8 as i32);
    println!("{}", b as i8 as i32 as u64);
}
