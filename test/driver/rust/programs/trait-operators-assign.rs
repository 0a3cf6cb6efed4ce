// Compound assignment of one's own types.
use std::ops::{AddAssign, BitOrAssign, MulAssign, ShlAssign, SubAssign};

#[derive(Debug, Clone, Copy)]
struct Set(u32);

impl BitOrAssign for Set {
    fn bitor_assign(&mut self, o: Set) {
        self.0 |= o.0;
    }
}
impl AddAssign<u32> for Set {
    fn add_assign(&mut self, bit: u32) {
        self.0 |= 1 << bit;
    }
}
impl SubAssign<u32> for Set {
    fn sub_assign(&mut self, bit: u32) {
        self.0 &= !(1 << bit);
    }
}
impl ShlAssign<u32> for Set {
    fn shl_assign(&mut self, by: u32) {
        self.0 <<= by;
    }
}

#[derive(Debug)]
struct Acc {
    total: f64,
    log: Vec<f64>,
}

impl MulAssign<f64> for Acc {
    fn mul_assign(&mut self, by: f64) {
        self.total *= by;
        self.log.push(by);
    }
}

fn main() {
    let mut s = Set(0);
    s += 3;
    s += 5;
    s -= 3;
    println!("{:b}", s.0);
    s |= Set(0b11);
    s <<= 1;
    println!("{:?}", s);
    let mut a = Acc { total: 1.0, log: Vec::new() };
    a *= 2.5;
    a *= 4.0;
    println!("{:?}", a);
    let mut list = [Set(1), Set(2)];
    list[1] |= Set(4);
    println!("{:?}", list);
}
