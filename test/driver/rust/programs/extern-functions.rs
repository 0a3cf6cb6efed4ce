// Functions of the C library.
use std::os::raw::{c_char, c_int, c_void};

extern "C" {
    fn abs(n: c_int) -> c_int;
    fn labs(n: i64) -> i64;
    fn strlen(s: *const c_char) -> usize;
    fn atoi(s: *const c_char) -> c_int;
    fn toupper(c: c_int) -> c_int;
    fn malloc(size: usize) -> *mut c_void;
    fn free(p: *mut c_void);
    fn memset(p: *mut c_void, byte: c_int, size: usize) -> *mut c_void;
    fn memcmp(a: *const c_void, b: *const c_void, size: usize) -> c_int;
    #[link_name = "getenv"]
    fn environment(name: *const c_char) -> *mut c_char;
}

fn main() {
    unsafe {
        println!("{} {}", abs(-5), labs(-5000000000));
        println!("{}", strlen(b"four\0".as_ptr() as *const c_char));
        println!("{}", atoi("123abc\0".as_ptr() as *const c_char) + 1);
        println!("{}", toupper('q' as c_int) as u8 as char);
        let p = malloc(16) as *mut u8;
        memset(p as *mut c_void, 7, 16);
        println!("{} {}", *p, *p.offset(15));
        println!("{}", memcmp(p as *const c_void, p.offset(1) as *const c_void, 15));
        free(p as *mut c_void);
        println!("{}", environment(b"NO_SUCH_VARIABLE_HERE\0".as_ptr() as *const c_char).is_null());
    }
}
