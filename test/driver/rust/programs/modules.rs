// Modules, privacy, nested paths.
mod shapes {
    pub struct Square {
        pub side: u32,
        id: u32,
    }

    impl Square {
        pub fn new(side: u32) -> Square {
            Square { side: side, id: next_id() }
        }
        pub fn id(&self) -> u32 {
            self.id
        }
    }

    fn next_id() -> u32 {
        self::counting::next() + super::OFFSET
    }

    mod counting {
        static mut LAST: u32 = 0;
        pub fn next() -> u32 {
            unsafe {
                LAST += 1;
                LAST
            }
        }
    }

    pub mod measure {
        use super::Square;
        pub fn area(s: &Square) -> u32 {
            s.side * s.side + s.id - s.id
        }
        pub mod deep {
            pub const DEPTH: u32 = 3;
            pub fn up() -> u32 {
                super::super::next_id()
            }
        }
    }
}

const OFFSET: u32 = 100;

use shapes::measure;
use shapes::measure::deep::{self, DEPTH};

fn main() {
    let a = shapes::Square::new(3);
    let b = shapes::Square::new(4);
    println!("{} {}", a.id(), b.id());
    println!("{} {}", measure::area(&a), ::shapes::measure::area(&b));
    println!("{} {}", deep::up(), DEPTH);
}
