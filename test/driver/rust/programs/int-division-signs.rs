// Division truncates toward zero; the remainder has the sign of the dividend.
fn show(a: i32, b: i32) {
    println!("{} / {} = {}, {} % {} = {}", a, b, a / b, a, b, a % b);
}

fn main() {
    show(7, 2);
    show(-7, 2);
    show(7, -2);
    show(-7, -2);
    show(6, 3);
    show(-6, 3);
    show(1, 5);
    show(-1, 5);
    show(i32::max_value(), -1);
    show(i32::min_value(), 2);
    show(i32::min_value() + 1, -1);
    let big: i64 = i64::min_value();
    println!("{} {}", big / 3, big % 3);
    let small: i8 = -128;
    println!("{} {}", small / 3, small % 3);
    println!("{} {}", 255u8 / 2, 255u8 % 2);
    println!("{} {}", u64::max_value() / 10, u64::max_value() % 10);
}
