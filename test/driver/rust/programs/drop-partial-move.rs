// Fields that were moved out are not dropped with the rest.
struct D(u32);
impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

struct Pair {
    a: D,
    b: D,
    c: (D, D),
}

fn main() {
    let p = Pair { a: D(1), b: D(2), c: (D(3), D(4)) };
    let b = p.b;
    println!("moved {}", b.0);
    let inner = p.c.0;
    println!("moved {}", inner.0);
    println!("left {} {}", p.a.0, p.c.1.0);
    let t = (D(10), D(11));
    let (x, _) = t;
    println!("x {}", x.0);
    let Pair { a, .. } = Pair { a: D(20), b: D(21), c: (D(22), D(23)) };
    println!("a {}", a.0);
}
