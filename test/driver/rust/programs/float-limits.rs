// Constants of the modules f32 and f64.
use std::f64;

fn main() {
    println!("{:?}", f64::MAX);
    println!("{:?}", f64::MIN_POSITIVE);
    println!("{:?}", f64::EPSILON);
    println!("{:?}", std::f32::MAX);
    println!("{:?}", std::f32::MIN);
    println!("{:?} {:?} {:?}", f64::INFINITY, f64::NEG_INFINITY, f64::NAN);
    println!("{:?}", 1.0 + f64::EPSILON > 1.0);
    println!("{:?}", 1.0 + f64::EPSILON / 2.0 > 1.0);
    println!("{}", f64::consts::PI);
    println!("{}", std::f32::consts::PI);
}
