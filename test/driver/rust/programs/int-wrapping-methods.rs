// wrapping_* never panic.
fn main() {
    println!("{}", 250u8.wrapping_add(10));
    println!("{}", 5u8.wrapping_sub(10));
    println!("{}", 100u8.wrapping_mul(3));
    println!("{}", 100i8.wrapping_add(100));
    println!("{}", (-100i8).wrapping_sub(100));
    println!("{}", 64i8.wrapping_mul(2));
    println!("{}", (-128i8).wrapping_neg());
    println!("{}", 5u32.wrapping_neg());
    println!("{}", (-128i8).wrapping_div(-1));
    println!("{}", (-128i8).wrapping_rem(-1));
    println!("{}", 1u32.wrapping_shl(33));
    println!("{}", 0x80000000u32.wrapping_shr(35));
    println!("{}", i32::max_value().wrapping_add(1));
    println!("{}", i64::min_value().wrapping_sub(1));
    println!("{}", u64::max_value().wrapping_mul(u64::max_value()));
    println!("{}", 0usize.wrapping_sub(1) == usize::max_value());
    let mut hash: u32 = 2166136261;
    for byte in b"wrap" {
        hash = (hash ^ *byte as u32).wrapping_mul(16777619);
    }
    println!("{}", hash);
}
