// Integers become the nearest float; f64 and f32 convert to each other.
fn main() {
    println!("{:?} {:?}", 1i32 as f64, -7i8 as f32);
    println!("{:?}", u64::max_value() as f64);
    println!("{:?}", i64::min_value() as f64);
    println!("{:?}", 16777217i32 as f32);
    println!("{:?}", 16777217i32 as f64);
    println!("{:?}", 9007199254740993i64 as f64);
    println!("{:?}", 0.1f32 as f64);
    println!("{:?}", 0.1f64 as f32);
    println!("{:?} {:?}", 1e300f64 as f32, -1e300f64 as f32);
    println!("{:?}", 200u8 as f32 / 3u8 as f32);
    println!("{:?}", 1e-50f64 as f32);
    println!("{}", (3u8 as f64 + 0.5) as u8);
}
