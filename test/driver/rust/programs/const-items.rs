// Constants and what may be computed in them.
const A: i32 = 5;
const B: i32 = A * 2 + 1;
const BIG: u64 = 1 << 40;
const MASK: u8 = !0 >> 4;
const NAMES: [&'static str; 3] = ["zero", "one", "two"];
const GRID: [[u8; 2]; 2] = [[1, 2], [3, 4]];
const PAIR: (i32, char) = (B, 'x');
const TEXT: &'static str = "constant";
const LEN: usize = 3;
const FLOAT: f64 = 1.5 * 2.0;
const YES: bool = A < B && true;
const NEG: i8 = -128;
const CAST: u8 = 300i32 as u8;

struct Config {
    size: usize,
    name: &'static str,
}

const CONFIG: Config = Config { size: LEN * 2, name: TEXT };
const OPTION: Option<i32> = Some(A);

fn main() {
    println!("{} {} {} {}", A, B, BIG, MASK);
    println!("{} {:?} {:?}", NAMES[1], GRID, PAIR);
    println!("{} {} {}", TEXT.len(), FLOAT, YES);
    println!("{} {} {:?}", NEG, CAST, OPTION);
    println!("{} {}", CONFIG.size, CONFIG.name);
    let a = [0; LEN];
    println!("{}", a.len());
    const LOCAL: i32 = B - 1;
    println!("{}", LOCAL);
    {
        const LOCAL: &'static [i32] = &[1, 2, 3];
        println!("{:?}", LOCAL);
    }
    let mut copy = GRID;
    copy[0][0] = 9;
    println!("{:?} {:?}", copy, GRID);
}
