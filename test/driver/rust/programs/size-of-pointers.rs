// Thin and wide pointers; where None takes no room of its own.
use std::mem::size_of;

fn main() {
    let word = size_of::<usize>();
    println!("{}", size_of::<&u8>() / word);
    println!("{}", size_of::<&mut u64>() / word);
    println!("{}", size_of::<*const u8>() / word);
    println!("{}", size_of::<*mut [u8]>() / word);
    println!("{}", size_of::<&str>() / word);
    println!("{}", size_of::<&[i32]>() / word);
    println!("{}", size_of::<Box<i32>>() / word);
    println!("{}", size_of::<Option<&u8>>() / word);
    println!("{}", size_of::<Option<Box<u8>>>() / word);
    println!("{}", size_of::<fn(i32) -> i32>() / word);
    println!("{}", size_of::<Option<fn()>>() / word);
    println!("{}", size_of::<Vec<u8>>() / word);
    println!("{}", size_of::<String>() / word);
    println!("{}", size_of::<Option<u32>>() > size_of::<u32>());
}
