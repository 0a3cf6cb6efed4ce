// unsafe functions, blocks and methods.
static mut LOG: [u32; 4] = [0; 4];
static mut USED: usize = 0;

unsafe fn log(n: u32) {
    LOG[USED] = n;
    USED += 1;
}

struct Buffer {
    data: *mut u8,
    len: usize,
}

impl Buffer {
    unsafe fn get(&self, at: usize) -> u8 {
        *self.data.offset(at as isize)
    }
    unsafe fn set(&mut self, at: usize, value: u8) {
        *self.data.offset(at as isize) = value;
    }
}

unsafe fn twice(f: unsafe fn(u32), n: u32) {
    f(n);
    f(n + 1);
}

fn main() {
    unsafe {
        log(5);
        twice(log, 10);
    }
    let copy = unsafe { LOG };
    println!("{:?} {}", copy, unsafe { USED });
    let mut memory = [1u8, 2, 3];
    let mut b = Buffer { data: memory.as_mut_ptr(), len: 3 };
    let sum = unsafe {
        b.set(1, 20);
        b.get(0) + b.get(1) + b.get(b.len - 1)
    };
    println!("{}", sum);
    println!("{:?}", memory);
}
