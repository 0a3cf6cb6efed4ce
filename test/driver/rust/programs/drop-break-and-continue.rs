// Leaving a loop's body drops what lives in it.
struct D(u32);
impl Drop for D {
    fn drop(&mut self) {
        println!("  drop {}", self.0);
    }
}

fn main() {
    for i in 0..4 {
        let d = D(i);
        println!("round {}", i);
        if i == 1 {
            continue;
        }
        let _e = D(i + 10);
        if i == 2 {
            break;
        }
        println!("end of round {}", d.0);
    }
    let mut n = 0;
    'outer: loop {
        let _o = D(100 + n);
        loop {
            let _i = D(200 + n);
            n += 1;
            if n == 1 {
                continue 'outer;
            }
            if n == 2 {
                break;
            }
            break 'outer;
        }
        println!("inner left");
    }
    println!("end");
}
