// Vectors of things without size.
#[derive(Debug, Clone, PartialEq)]
struct Nothing;

struct Counted;
static mut DROPS: u32 = 0;
impl Drop for Counted {
    fn drop(&mut self) {
        unsafe {
            DROPS += 1;
        }
    }
}

fn main() {
    let mut v = vec![Nothing; 3];
    v.push(Nothing);
    println!("{} {:?}", v.len(), v);
    v.pop();
    println!("{}", v == vec![Nothing, Nothing, Nothing]);
    let mut units = Vec::new();
    for _ in 0..100 {
        units.push(());
    }
    println!("{} {:?}", units.len(), units[99]);
    let mut n = 0;
    for _ in &units {
        n += 1;
    }
    println!("{}", n);
    {
        let mut c = Vec::new();
        for _ in 0..5 {
            c.push(Counted);
        }
        c.truncate(3);
        println!("{}", unsafe { DROPS });
    }
    println!("{}", unsafe { DROPS });
    let b = Box::new(Nothing);
    println!("{:?}", b);
}
