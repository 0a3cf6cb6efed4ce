// A return drops the locals that live, inner scopes first.
struct D(u32);
impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn leave(at: u32) -> u32 {
    let _a = D(1);
    if at == 1 {
        return 10;
    }
    let b = D(2);
    {
        let _c = D(3);
        if at == 2 {
            return b.0 + 100;
        }
    }
    let _d = D(4);
    if at == 3 {
        drop(b);
        return 30;
    }
    40
}

fn main() {
    for at in 1..5 {
        let value = leave(at);
        println!("{} -> {}", at, value);
    }
}
