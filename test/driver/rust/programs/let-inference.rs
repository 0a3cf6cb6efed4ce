// Types are found from later uses.
fn main() {
    let mut v = Vec::new();
    v.push(1u8);
    println!("{:?}", v);
    let mut n = None;
    println!("{}", n.is_none());
    n = Some("text");
    println!("{:?}", n);
    let zero = 0;
    let big: u64 = zero + 5_000_000_000;
    println!("{}", big);
    let x = 200;
    let y: u8 = x;
    println!("{}", y);
    let a = [0; 4];
    let s: &[i16] = &a;
    println!("{}", s.len());
    let f = 1.0;
    let g: f32 = f / 3.0;
    println!("{}", g);
    let mut best = Default::default();
    if v.len() == 1 {
        best = 7i64;
    }
    println!("{}", best);
    let b = Box::new(3);
    let c: i8 = *b;
    println!("{}", c);
    let none: Option<Vec<u32>> = None;
    println!("{:?}", none);
}
