// An assignment drops the old value, after the new one is made.
struct D(u32);
impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

struct Holder {
    d: D,
}

fn make(n: u32) -> D {
    println!("make {}", n);
    D(n)
}

fn main() {
    let mut a = make(1);
    a = make(2);
    println!("a is {}", a.0);
    let mut h = Holder { d: make(3) };
    h.d = make(4);
    println!("h is {}", h.d.0);
    let moved = a;
    a = make(5);
    println!("again {} {}", a.0, moved.0);
    {
        let r = &mut h;
        r.d = make(6);
    }
    let late;
    late = make(7);
    println!("end {}", late.0);
}
