// What is declared or named goes before what a glob or the prelude brings.
mod first {
    pub fn name() -> &'static str {
        "first"
    }
    pub fn only() -> &'static str {
        "only first"
    }
}

mod second {
    pub fn name() -> &'static str {
        "second"
    }
}

use first::*;
use second::name;

#[derive(Debug)]
enum Option {
    Nothing,
    Something(i32),
}

fn drop(n: i32) -> i32 {
    n + 1
}

mod other {
    pub fn prelude() -> Option<i32> {
        Some(3)
    }
}

fn main() {
    println!("{} {}", name(), only());
    println!("{:?} {:?}", Option::Nothing, Option::Something(1));
    println!("{}", drop(4));
    println!("{:?}", other::prelude());
    let value: std::option::Option<i32> = None;
    println!("{:?}", value);
    fn only() -> &'static str {
        "local"
    }
    println!("{}", only());
}
