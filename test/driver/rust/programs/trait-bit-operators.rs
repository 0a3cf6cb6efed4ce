// Bit operators, shifts and `!` of one's own types.
use std::ops::{BitAnd, BitOr, BitXor, Not, Shl, Shr};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Flags(u8);

const READ: Flags = Flags(1);
const WRITE: Flags = Flags(2);
const EXEC: Flags = Flags(4);

impl BitOr for Flags {
    type Output = Flags;
    fn bitor(self, o: Flags) -> Flags {
        Flags(self.0 | o.0)
    }
}
impl BitAnd for Flags {
    type Output = Flags;
    fn bitand(self, o: Flags) -> Flags {
        Flags(self.0 & o.0)
    }
}
impl BitXor for Flags {
    type Output = Flags;
    fn bitxor(self, o: Flags) -> Flags {
        Flags(self.0 ^ o.0)
    }
}
impl Not for Flags {
    type Output = Flags;
    fn not(self) -> Flags {
        Flags(!self.0 & 7)
    }
}
impl Shl<u32> for Flags {
    type Output = Flags;
    fn shl(self, n: u32) -> Flags {
        Flags(self.0 << n & 7)
    }
}
impl Shr<u32> for Flags {
    type Output = Flags;
    fn shr(self, n: u32) -> Flags {
        Flags(self.0 >> n)
    }
}

fn main() {
    let rw = READ | WRITE;
    println!("{:?} {:?} {:?}", rw, rw & WRITE, rw ^ READ);
    println!("{:?} {:?} {:?}", !rw, rw << 1, EXEC >> 2);
    println!("{}", rw & EXEC == Flags(0));
}
