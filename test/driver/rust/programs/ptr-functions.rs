// ptr::read, write, copy, copy_nonoverlapping, swap, replace, write_bytes.
use std::ptr;

fn main() {
    let mut a = [1, 2, 3, 4, 5, 6];
    unsafe {
        let p = a.as_mut_ptr();
        println!("{}", ptr::read(p.offset(2)));
        ptr::write(p.offset(2), 30);
        ptr::copy(p as *const i32, p.offset(1), 4);
        println!("{:?}", a);
        let p = a.as_mut_ptr();
        ptr::copy_nonoverlapping(p.offset(4) as *const i32, p, 2);
        println!("{:?}", a);
        let p = a.as_mut_ptr();
        ptr::swap(p, p.offset(5));
        println!("{:?}", a);
        println!("{} {}", ptr::replace(a.as_mut_ptr(), -1), a[0]);
        let mut b = [0xffu8; 4];
        ptr::write_bytes(b.as_mut_ptr(), 7, 3);
        println!("{:?}", b);
        let s = String::from("moved");
        let t = ptr::read(&s);
        std::mem::forget(s);
        println!("{}", t);
    }
}
