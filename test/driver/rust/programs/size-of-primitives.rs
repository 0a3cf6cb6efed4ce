// Sizes and alignments of the primitive types.
use std::mem::{align_of, size_of};

struct Unit;
enum One {
    Only,
}

fn main() {
    println!("{} {} {} {}", size_of::<u8>(), size_of::<u16>(), size_of::<u32>(), size_of::<u64>());
    println!("{} {} {} {}", size_of::<i8>(), size_of::<i16>(), size_of::<i32>(), size_of::<i64>());
    println!("{} {} {} {}", size_of::<f32>(), size_of::<f64>(), size_of::<bool>(), size_of::<char>());
    println!("{} {} {}", size_of::<()>(), size_of::<Unit>(), size_of::<One>());
    println!("{} {}", size_of::<[u16; 5]>(), size_of::<[u8; 0]>());
    println!("{} {} {}", align_of::<u8>(), align_of::<u32>(), align_of::<u64>());
    println!("{}", size_of::<usize>() == size_of::<*const u8>());
    println!("{}", std::mem::size_of_val(&7u16));
}
