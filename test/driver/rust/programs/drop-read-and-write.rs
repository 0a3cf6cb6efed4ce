// ptr::read copies without moving, ptr::write stores without dropping.
use std::ptr;

struct D(u32);
impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let mut a = D(1);
    unsafe {
        let copy = ptr::read(&a);
        println!("copy {}", copy.0);
        ptr::write(&mut a, D(2));
    }
    println!("a {}", a.0);
    let mut b = D(3);
    let mut c = D(4);
    unsafe {
        ptr::swap(&mut b, &mut c);
    }
    println!("b {} c {}", b.0, c.0);
    let raw = Box::into_raw(Box::new(D(5)));
    unsafe {
        (*raw).0 += 1;
        let back = Box::from_raw(raw);
        println!("back {}", back.0);
    }
    println!("end");
}
