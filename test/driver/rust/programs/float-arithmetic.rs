// Floats: operators, remainder, comparisons with NaN.
fn main() {
    println!("{} {} {}", 1.5 + 2.25, 1.0 - 0.9, 3.0 * 0.1);
    println!("{} {}", 1.0 / 3.0, 1.0f32 / 3.0);
    println!("{} {}", 7.5 % 2.0, -7.5 % 2.0);
    println!("{} {}", 1.0 / 0.0, -1.0 / 0.0);
    let nan = 0.0f64 / 0.0;
    println!("{}", nan);
    println!("{} {} {}", nan == nan, nan != nan, nan < 1.0);
    println!("{} {}", nan > 1.0, !(nan >= 1.0));
    println!("{} {}", 0.0 == -0.0, -0.0f64);
    println!("{} {}", 1e308 * 10.0, -1e308 * 10.0);
    let x = 2.5;
    println!("{} {}", -x, - -x);
    println!("{} {} {}", 1.5 < 2.5, 2.5 <= 2.5, 3.5 > 3.6);
}
