// C calls back: qsort with a function of ours.
use std::os::raw::{c_int, c_void};

type Compare = extern "C" fn(*const c_void, *const c_void) -> c_int;

extern "C" {
    fn qsort(base: *mut c_void, count: usize, size: usize, compare: Compare);
}

extern "C" fn ascending(a: *const c_void, b: *const c_void) -> c_int {
    let (a, b) = unsafe { (*(a as *const i32), *(b as *const i32)) };
    if a < b {
        -1
    } else if a > b {
        1
    } else {
        0
    }
}

extern "C" fn descending(a: *const c_void, b: *const c_void) -> c_int {
    ascending(b, a)
}

fn sort(values: &mut [i32], compare: Compare) {
    unsafe {
        qsort(values.as_mut_ptr() as *mut c_void, values.len(), 4, compare);
    }
}

fn main() {
    let mut v = [5, -3, 9, 0, 22, -7];
    sort(&mut v, ascending);
    println!("{:?}", v);
    sort(&mut v, descending);
    println!("{:?}", v);
    sort(&mut v[2..4], ascending);
    println!("{:?}", v);
}
