// A Debug implementation of one's own, below a derived one.
use std::fmt;

struct Hex(u32);

impl fmt::Debug for Hex {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "Hex<{:x}>", self.0)
    }
}

#[derive(Debug)]
struct Both {
    a: Hex,
    b: Option<Hex>,
}

fn main() {
    println!("{:?}", Hex(255));
    println!("{:?}", Both { a: Hex(16), b: Some(Hex(17)) });
    println!("{:?}", vec![Hex(1), Hex(2)]);
    println!("{:#?}", Both { a: Hex(32), b: None });
}
