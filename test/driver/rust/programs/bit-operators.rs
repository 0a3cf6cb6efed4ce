// And, or, exclusive or, not; and their precedence.
fn main() {
    let a = 0b1100u8;
    let b = 0b1010u8;
    println!("{:08b} {:08b} {:08b} {:08b}", a & b, a | b, a ^ b, !a);
    println!("{} {} {}", !0i32, !0u16, !-1i64);
    println!("{}", 1 | 2 ^ 3 & 4);
    println!("{}", 1 + 2 << 3);
    println!("{}", 7 & 3 == 3 as i32 & 3);
    println!("{} {} {}", true & false, true | false, true ^ true);
    let mut flags = 0u32;
    flags |= 1 << 3;
    flags |= 1 << 5;
    flags ^= 1 << 3;
    flags &= !1;
    println!("{:#b}", flags);
    println!("{}", (0xffu8 as i8) & 0x0f);
}
