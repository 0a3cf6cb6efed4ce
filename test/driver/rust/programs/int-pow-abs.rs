// pow, abs, signum and the like.
fn main() {
    println!("{} {} {}", 2i32.pow(10), 3u64.pow(20), (-2i32).pow(3));
    println!("{} {}", 7u8.pow(0), 0i32.pow(0));
    println!("{} {} {}", (-5i32).abs(), 5i32.abs(), 0i32.abs());
    println!("{} {} {}", (-5i64).signum(), 5i64.signum(), 0i64.signum());
    println!("{} {}", (-5i8).is_negative(), (-5i8).is_positive());
    println!("{} {}", 10u32.pow(9), 10u64.pow(19));
    println!("{:?} {:?}", 10u32.checked_pow(9), 10u32.checked_pow(10));
    println!("{}", 3u8.wrapping_pow(6));
    println!("{} {}", std::cmp::max(3, 9), std::cmp::min(3, 9));
    println!("{} {}", 3.max(9), 3.min(9));
}
