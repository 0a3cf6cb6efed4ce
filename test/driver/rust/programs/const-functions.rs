// Functions that constants may call.
const fn double(n: u32) -> u32 {
    n * 2
}

const fn align(size: usize, to: usize) -> usize {
    (size + to - 1) & !(to - 1)
}

struct Id(u32);

impl Id {
    const fn new(n: u32) -> Id {
        Id(n + 1)
    }
}

const FOUR: u32 = double(2);
const SIZE: usize = align(13, 8);
static ID: Id = Id::new(FOUR);
static BUFFER: [u8; align(3, 4)] = [7; align(3, 4)];

fn main() {
    println!("{} {} {}", FOUR, SIZE, ID.0);
    println!("{:?}", BUFFER);
    println!("{}", double(21));
    let a = [double(1); SIZE];
    println!("{} {}", a.len(), a[15]);
}
