// C-like enums and their numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Plain {
    A,
    B,
    C,
}

enum Numbered {
    Ten = 10,
    Eleven,
    Minus = -5,
    MinusFour,
    Big = 1000,
}

const BASE: isize = 40;

enum Computed {
    First = 1 << 4,
    Second = BASE + 2,
    Third,
}

#[repr(u8)]
#[derive(Clone, Copy)]
enum Byte {
    Low = 0,
    High = 255,
}

fn main() {
    println!("{} {} {}", Plain::A as i32, Plain::B as u8, Plain::C as usize);
    println!("{} {} {}", Numbered::Ten as i32, Numbered::Eleven as i32, Numbered::Minus as i32);
    println!("{} {}", Numbered::MinusFour as i64, Numbered::Big as u8);
    println!("{} {} {}", Computed::First as i32, Computed::Second as i32, Computed::Third as i32);
    println!("{} {}", Byte::Low as u32, Byte::High as i8);
    println!("{} {}", Numbered::Minus as u8, Numbered::Minus as isize);
    let all = [Plain::C, Plain::A];
    for p in all.iter() {
        println!("{:?} {}", p, *p as i32 + 100);
    }
    println!("{}", Plain::A == Plain::B);
}
