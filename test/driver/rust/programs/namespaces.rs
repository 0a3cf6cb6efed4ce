// Types, values and modules of the same name do not disturb each other.
struct Thing {
    n: i32,
}

#[allow(non_snake_case)]
fn Thing(n: i32) -> Thing {
    Thing { n: n }
}

mod data {
    pub struct data(pub i32);
    pub fn value() -> i32 {
        5
    }
}

fn value() -> i32 {
    6
}

fn data() -> i32 {
    7
}

fn main() {
    println!("{}", Thing(3).n);
    println!("{} {}", data::value(), data());
    println!("{}", data::data(8).0);
    let value = value() + data::value();
    println!("{}", value);
    let data = 1;
    println!("{} {}", data, data::value());
    let u8 = 300;
    let n: u8 = 5;
    println!("{} {}", u8, n);
}
