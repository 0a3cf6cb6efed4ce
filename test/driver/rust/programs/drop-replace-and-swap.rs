// mem::replace and mem::swap move without dropping.
use std::mem;

struct D(u32);
impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let mut a = D(1);
    let old = mem::replace(&mut a, D(2));
    println!("{} {}", old.0, a.0);
    let mut b = D(3);
    mem::swap(&mut a, &mut b);
    println!("{} {}", a.0, b.0);
    mem::replace(&mut b, D(4));
    println!("replaced");
    let mut v = vec![D(5), D(6)];
    v.swap(0, 1);
    println!("{} {}", v[0].0, v[1].0);
    let first = mem::replace(&mut v[0], D(7));
    println!("{}", first.0);
}
