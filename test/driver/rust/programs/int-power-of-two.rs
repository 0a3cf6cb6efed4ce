// Powers of two.
fn round_up(size: usize, align: usize) -> usize {
    (size + align - 1) & !(align - 1)
}

fn main() {
    println!("{} {} {}", 1u32.is_power_of_two(), 0u32.is_power_of_two(), 64u8.is_power_of_two());
    println!("{} {}", 65u8.is_power_of_two(), (1u64 << 63).is_power_of_two());
    for i in 0..10u32 {
        print!("{} ", i.next_power_of_two());
    }
    println!("");
    println!("{}", 1000usize.next_power_of_two());
    println!("{:?} {:?}", 200u8.checked_next_power_of_two(), 100u8.checked_next_power_of_two());
    for i in 0..6 {
        println!("{} -> {}", i * 7, round_up(i * 7, 8));
    }
}
