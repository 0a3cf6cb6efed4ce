// A variadic function of C, writing into a buffer.
use std::os::raw::{c_char, c_int};

extern "C" {
    fn snprintf(buffer: *mut c_char, size: usize, format: *const c_char, ...) -> c_int;
}

fn show(buffer: &[u8], len: c_int) {
    for b in &buffer[..len as usize] {
        print!("{}", *b as char);
    }
    println!("|");
}

fn main() {
    let mut buffer = [0u8; 64];
    let out = buffer.as_mut_ptr() as *mut c_char;
    unsafe {
        let n = snprintf(out, 64, b"%d %s\0".as_ptr() as *const c_char, 42 as c_int,
                         b"text\0".as_ptr());
        show(&buffer, n);
        let n = snprintf(out, 64, b"%.3f %c\0".as_ptr() as *const c_char, 2.5f64, 'x' as c_int);
        show(&buffer, n);
        let n = snprintf(out, 64, b"%ld %lx\0".as_ptr() as *const c_char, -1i64, 255u64);
        show(&buffer, n);
    }
}
