// A local of the outer scope, moved and refilled in a loop.
struct D(u32);
impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn take(d: D) -> u32 {
    d.0
}

fn main() {
    let mut d = D(0);
    for i in 1..4 {
        let n = take(d);
        println!("took {}", n);
        d = D(i * 10);
    }
    println!("loop over");
    let mut kept;
    let mut i = 0;
    loop {
        kept = D(100 + i);
        i += 1;
        if i == 3 {
            break;
        }
    }
    println!("kept {} and {}", kept.0, d.0);
}
