// saturating_* stop at the limits.
fn main() {
    println!("{} {}", 250u8.saturating_add(3), 250u8.saturating_add(30));
    println!("{} {}", 10u8.saturating_sub(3), 10u8.saturating_sub(30));
    println!("{} {}", 100i8.saturating_add(100), (-100i8).saturating_sub(100));
    println!("{} {}", 100i8.saturating_sub(-100), (-100i8).saturating_add(-100));
    println!("{}", i32::max_value().saturating_add(1));
    println!("{}", i32::min_value().saturating_sub(1));
    println!("{}", i64::max_value().saturating_add(i64::max_value()));
    println!("{}", u64::max_value().saturating_add(1));
    println!("{}", 0usize.saturating_sub(1));
    println!("{} {}", 1000i16.saturating_mul(100), (-1000i16).saturating_mul(100));
    let mut level = 90u8;
    let mut steps = 0;
    while level < 255 {
        level = level.saturating_add(60);
        steps += 1;
    }
    println!("{} {}", level, steps);
}
