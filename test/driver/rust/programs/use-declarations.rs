// use: lists, renames, globs, re-exports, inside functions.
mod inner {
    pub mod a {
        pub fn name() -> &'static str {
            "a"
        }
        pub struct S(pub i32);
    }
    pub mod b {
        pub fn name() -> &'static str {
            "b"
        }
        pub const C: i32 = 7;
    }
    pub use self::a::S;
    pub use self::b::C as SEVEN;
}

mod facade {
    pub use inner::a::*;
    pub fn own() -> &'static str {
        name()
    }
}

mod colors {
    #[derive(Debug, PartialEq)]
    pub enum Color {
        Red,
        Green,
    }
}

use inner::{a, SEVEN};
use inner::b as second;
use colors::Color::{self, Green};

fn main() {
    println!("{} {}", a::name(), second::name());
    println!("{} {}", inner::S(5).0, SEVEN);
    println!("{} {} {}", facade::name(), facade::own(), facade::S(6).0);
    println!("{:?} {}", Green, Color::Red == Green);
    {
        use inner::b::*;
        println!("{} {}", name(), C);
    }
    fn local() -> i32 {
        use inner::b::C;
        C + 1
    }
    println!("{}", local());
}
