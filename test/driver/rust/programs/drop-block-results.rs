// Blocks: the result is made, then the block's locals are dropped.
struct D(u32);
impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let n = {
        let a = D(1);
        let _b = D(2);
        a.0 + 40
    };
    println!("n {}", n);
    let moved = {
        let _c = D(3);
        let d = D(4);
        d
    };
    println!("moved {}", moved.0);
    let picked = if n > 10 {
        let _e = D(5);
        D(6)
    } else {
        D(7)
    };
    println!("picked {}", picked.0);
    let from_match = match n {
        41 => D(8),
        _ => D(9),
    };
    println!("{}", from_match.0);
}
