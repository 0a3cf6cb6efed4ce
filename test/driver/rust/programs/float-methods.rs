// What floats can be asked.
fn main() {
    println!("{} {}", 2.0f64.sqrt(), 144.0f64.sqrt());
    println!("{} {}", (-2.5f64).abs(), (-0.0f64).abs());
    println!("{} {} {}", 2.7f64.floor(), (-2.7f64).floor(), 2.2f64.ceil());
    println!("{} {} {}", 2.5f64.round(), (-2.5f64).round(), 2.4f64.round());
    println!("{} {}", 2.7f64.trunc(), (-2.7f64).trunc());
    println!("{} {}", 2.0f64.powi(10), 2.0f64.powi(-2));
    println!("{} {}", 1.0f64.max(2.0), 1.0f64.min(2.0));
    let nan = 0.0f64 / 0.0;
    println!("{} {} {}", nan.is_nan(), 1.0f64.is_nan(), nan.max(3.0));
    let inf = 1.0f64 / 0.0;
    println!("{} {} {}", inf.is_infinite(), inf.is_finite(), 1.0f64.is_finite());
    println!("{} {}", (-1.0f64).sqrt().is_nan(), 4.0f32.sqrt());
    println!("{}", 9.0f32.powi(2));
}
