// Raw pointers: reading, writing, casts, arithmetic, comparison.
struct Pair {
    a: i32,
    b: u8,
}

fn main() {
    let mut n = 5;
    let p = &mut n as *mut i32;
    let q: *const i32 = p;
    unsafe {
        *p += 1;
        println!("{} {}", *q, *p == 6);
    }
    let a = [10u16, 20, 30, 40];
    let first = a.as_ptr();
    unsafe {
        println!("{} {}", *first, *first.offset(2));
        let last = first.offset(3);
        println!("{} {}", *last, *last.offset(-1));
        println!("{}", (last as usize - first as usize) / 2);
    }
    println!("{} {}", first == &a[0], first < unsafe { first.offset(1) });
    let mut pair = Pair { a: 1, b: 2 };
    let pp = &mut pair as *mut Pair;
    unsafe {
        (*pp).a = 100;
        let b = &mut (*pp).b;
        *b += 1;
    }
    println!("{} {}", pair.a, pair.b);
    let null: *const Pair = std::ptr::null();
    println!("{} {}", null.is_null(), pp.is_null());
    println!("{}", 0 as *const u8 == std::ptr::null());
    let bytes = &n as *const i32 as *const u8;
    println!("{}", unsafe { *bytes });
    let r: &i32 = unsafe { &*q };
    println!("{}", r);
}
