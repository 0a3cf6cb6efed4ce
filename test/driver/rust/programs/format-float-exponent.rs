// LowerExp and UpperExp.
fn main() {
    println!("{:e} {:E}", 1234.5, 1234.5);
    println!("{:e} {:e} {:e}", 0.0, 1.0, 0.00012);
    println!("{:e}", -1.5e300);
    println!("{:.2e} {:.0e}", 1234.5, 1234.5);
    println!("{:e}", 7f32);
    println!("[{:12e}] [{:<12e}]", 1500.0, 1500.0);
}
