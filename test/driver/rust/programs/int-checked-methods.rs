// checked_* give None instead of a wrong number.
fn show(result: Option<i32>) {
    match result {
        Some(value) => println!("some {}", value),
        None => println!("none"),
    }
}

fn main() {
    let max = i32::max_value();
    let min = i32::min_value();
    show(max.checked_add(1));
    show(max.checked_add(-1));
    show(min.checked_sub(1));
    show(min.checked_sub(-1));
    show(max.checked_mul(2));
    show(46340i32.checked_mul(46340));
    show(46341i32.checked_mul(46341));
    show(10i32.checked_div(0));
    show(min.checked_div(-1));
    show(10i32.checked_div(3));
    show(10i32.checked_rem(0));
    show(10i32.checked_rem(4));
    show(min.checked_neg());
    show(5i32.checked_neg());
    println!("{:?} {:?}", 200u8.checked_add(55), 200u8.checked_add(56));
    println!("{:?} {:?}", 0u64.checked_sub(1), 1u64.checked_sub(1));
    println!("{:?} {:?}", 1u32.checked_shl(31), 1u32.checked_shl(32));
}
