// Floats are cut toward zero and held within the target's range.
fn main() {
    let values = [0.0f64, 1.9, -1.9, 127.5, 128.0, 255.99, 256.0, -129.0, 1e10, -1e10, 1e30];
    for v in values.iter() {
        println!("{} {} {} {} {}", *v as i8, *v as u8, *v as i32, *v as u32, *v as i64);
    }
    let nan = 0.0f64 / 0.0;
    let inf = 1.0f64 / 0.0;
    println!("{} {}", nan as i32, nan as u64);
    println!("{} {}", inf as i32, -inf as i32);
    println!("{} {}", inf as u64, -inf as u64);
    let f = 3.99f32;
    println!("{} {} {}", f as i32, -f as i32, -f as u32);
    println!("{}", 1e20f32 as u64);
    println!("{}", -0.9f64 as i8);
    println!("{}", 9007199254740993.0f64 as i64);
}
