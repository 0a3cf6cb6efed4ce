// Every assignment operator, on variables, fields and elements.
struct Counter {
    n: i32,
    pair: (u8, i64),
}

fn main() {
    let mut x = 10;
    x += 5;
    x -= 3;
    x *= 4;
    x /= 5;
    x %= 6;
    println!("{}", x);
    let mut bits = 0b1111u8;
    bits &= 0b1010;
    bits |= 0b0100;
    bits ^= 0b0010;
    bits <<= 2;
    bits >>= 1;
    println!("{:b}", bits);
    let mut c = Counter { n: 1, pair: (2, 3) };
    c.n += 10;
    c.pair.0 *= 4;
    c.pair.1 -= 10;
    println!("{} {} {}", c.n, c.pair.0, c.pair.1);
    let mut a = [1, 2, 3];
    a[1] += 40;
    let i = 2;
    a[i] *= a[i - 1];
    println!("{} {} {}", a[0], a[1], a[2]);
    let r = &mut x;
    *r += 100;
    println!("{}", *r);
    let mut f = 1.5;
    f *= 2.0;
    f /= 4.0;
    println!("{}", f);
}
