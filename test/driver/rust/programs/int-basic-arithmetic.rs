// The five operators on every integer type.
fn main() {
    let a: i8 = 100;
    let b: i16 = -3000;
    let c: i32 = 123456;
    let d: i64 = -9876543210;
    println!("{} {} {} {}", a / 7, b * 10, c + 1, d - 1);
    println!("{} {} {} {}", a % 7, b % 7, c % 1000, d % 1000);
    let e: u8 = 200;
    let f: u16 = 60000;
    let g: u32 = 4000000000;
    let h: u64 = 18000000000000000000;
    println!("{} {} {} {}", e / 7, f / 7, g / 7, h / 7);
    println!("{} {} {} {}", e % 7, f % 7, g % 7, h % 7);
    let i: isize = -5;
    let j: usize = 5;
    println!("{} {} {}", i * i, j * j, -i);
    println!("{}", 2 + 3 * 4 - 10 / 3 % 2);
    println!("{}", (2 + 3) * (4 - 10) / 3);
    println!("{}", -2 - -3);
}
