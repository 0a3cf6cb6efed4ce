// A #[repr(C)] struct is laid out as C lays it out.
use std::mem::{align_of, size_of};

#[repr(C)]
struct Mixed {
    a: u8,
    b: u32,
    c: u16,
}

#[repr(C)]
struct Nested {
    first: u8,
    mixed: Mixed,
    last: u64,
}

#[repr(u8)]
enum Small {
    A = 1,
    B = 200,
}

fn main() {
    println!("{} {}", size_of::<Mixed>(), align_of::<Mixed>());
    println!("{} {}", size_of::<Nested>(), align_of::<Nested>());
    println!("{} {}", size_of::<Small>(), Small::B as u8 - Small::A as u8);
    let m = Mixed { a: 1, b: 2, c: 3 };
    let base = &m as *const Mixed as usize;
    println!("{}", &m.a as *const u8 as usize - base);
    println!("{}", &m.b as *const u32 as usize - base);
    println!("{}", &m.c as *const u16 as usize - base);
}
