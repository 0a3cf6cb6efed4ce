// mem::swap, replace, size_of_val, transmute, zeroed.
use std::mem;

#[repr(C)]
#[derive(Debug, Clone, Copy)]
struct Two {
    a: u16,
    b: u16,
}

fn main() {
    let mut a = "a".to_string();
    let mut b = "b".to_string();
    mem::swap(&mut a, &mut b);
    println!("{} {}", a, b);
    let old = mem::replace(&mut a, "new".to_string());
    println!("{} {}", old, a);
    println!("{} {}", mem::size_of_val(&5u64), mem::size_of_val(&[1u16, 2, 3][..]));
    println!("{}", mem::size_of_val("four"));
    unsafe {
        let bits: u32 = mem::transmute(1.0f32);
        println!("{:x}", bits);
        let f: f64 = mem::transmute(0x4000000000000000u64);
        println!("{}", f);
        let two: Two = mem::zeroed();
        println!("{:?}", two);
        let bytes: [u8; 4] = mem::transmute(0x01010101u32);
        println!("{:?}", bytes);
        let signed: i8 = mem::transmute(200u8);
        println!("{}", signed);
    }
    println!("{:x} {}", 2.5f64.to_bits(), f32::from_bits(0x40490fdb));
    let mut v = vec![1, 2];
    let taken = mem::replace(&mut v, Vec::new());
    println!("{:?} {:?}", taken, v);
}
