// A bump allocator over a static buffer: alignment, exhaustion, reset.
static mut MEMORY: [u64; 8] = [0; 8];
static mut USED: usize = 0;
const SIZE: usize = 64;

fn align_up(n: usize, align: usize) -> usize {
    (n + align - 1) & !(align - 1)
}

unsafe fn allocate(size: usize, align: usize) -> *mut u8 {
    let start = align_up(USED, align);
    if start + size > SIZE {
        return std::ptr::null_mut();
    }
    USED = start + size;
    (&mut MEMORY as *mut [u64; 8] as *mut u8).offset(start as isize)
}

fn new_number(n: u32) -> Option<&'static mut u32> {
    unsafe {
        let p = allocate(4, 4) as *mut u32;
        if p.is_null() {
            return None;
        }
        *p = n;
        Some(&mut *p)
    }
}

fn main() {
    unsafe {
        let a = allocate(3, 1);
        let b = allocate(8, 8);
        println!("{} {}", b as usize - a as usize, USED);
        *(b as *mut u64) = 0x0102;
        println!("{}", *(b as *const u64));
        println!("{} {}", b as usize % 8, allocate(100, 1).is_null());
    }
    let mut got = 0;
    while let Some(n) = new_number(7) {
        *n += 1;
        got += *n;
    }
    println!("{} {}", got, unsafe { USED });
    unsafe {
        USED = 0;
    }
    println!("{:?}", new_number(5));
}
