// A guard that undoes something when its scope ends.
static mut DEPTH: u32 = 0;

struct Guard;
impl Guard {
    fn new() -> Guard {
        unsafe {
            DEPTH += 1;
        }
        Guard
    }
}
impl Drop for Guard {
    fn drop(&mut self) {
        unsafe {
            DEPTH -= 1;
        }
    }
}

fn depth() -> u32 {
    unsafe { DEPTH }
}

fn recurse(n: u32) -> u32 {
    let _guard = Guard::new();
    if n == 0 { depth() } else { recurse(n - 1) }
}

fn main() {
    println!("{}", depth());
    println!("{}", recurse(5));
    println!("{}", depth());
    let g = Guard::new();
    println!("{}", depth());
    drop(g);
    println!("{}", depth());
    let _ = Guard::new();
    println!("{}", depth());
}
