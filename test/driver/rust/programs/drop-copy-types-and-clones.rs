// Clones are dropped on their own; references never.
struct D(u32);
impl Clone for D {
    fn clone(&self) -> D {
        println!("clone {}", self.0);
        D(self.0 + 100)
    }
}
impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

#[derive(Clone)]
struct Pair {
    a: D,
    b: D,
}

fn main() {
    let d = D(1);
    let e = d.clone();
    let r = &d;
    let rr = r;
    println!("{} {} {}", r.0, rr.0, e.0);
    let p = Pair { a: D(2), b: D(3) };
    let q = p.clone();
    println!("{} {}", q.a.0, q.b.0);
    let v = vec![D(4), D(5)];
    let w = v.clone();
    println!("{} {}", v.len(), w[1].0);
}
