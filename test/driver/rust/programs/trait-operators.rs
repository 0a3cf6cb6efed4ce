// Arithmetic operators of one's own types.
use std::ops::{Add, Div, Mul, Neg, Rem, Sub};

#[derive(Debug, Clone, Copy, PartialEq)]
struct V(i32, i32);

impl Add for V {
    type Output = V;
    fn add(self, o: V) -> V {
        V(self.0 + o.0, self.1 + o.1)
    }
}
impl Sub for V {
    type Output = V;
    fn sub(self, o: V) -> V {
        V(self.0 - o.0, self.1 - o.1)
    }
}
impl Mul<i32> for V {
    type Output = V;
    fn mul(self, n: i32) -> V {
        V(self.0 * n, self.1 * n)
    }
}
impl Mul<V> for V {
    type Output = i32;
    fn mul(self, o: V) -> i32 {
        self.0 * o.0 + self.1 * o.1
    }
}
impl Div<i32> for V {
    type Output = V;
    fn div(self, n: i32) -> V {
        V(self.0 / n, self.1 / n)
    }
}
impl Rem<i32> for V {
    type Output = (i32, i32);
    fn rem(self, n: i32) -> (i32, i32) {
        (self.0 % n, self.1 % n)
    }
}
impl Neg for V {
    type Output = V;
    fn neg(self) -> V {
        V(-self.0, -self.1)
    }
}

fn main() {
    let a = V(7, -4);
    let b = V(1, 2);
    println!("{:?} {:?} {:?}", a + b, a - b, -a);
    println!("{:?} {} {:?} {:?}", a * 3, a * b, a / 2, a % 4);
    println!("{:?}", a + b * 2 - -b);
    println!("{}", a == V(7, -4));
}
