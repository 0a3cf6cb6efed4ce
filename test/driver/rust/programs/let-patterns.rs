// Patterns in let.
struct P {
    x: i32,
    y: (u8, char),
}
struct T(i32, &'static str);

fn main() {
    let (a, b) = (1, "two");
    let (c, (d, _), ..) = (3, (4, 5), 6, 7);
    let (first, .., last) = (1, 2, 3, 4);
    println!("{} {} {} {} {} {}", a, b, c, d, first, last);
    let P { x, y: (n, ch) } = P { x: 10, y: (20, 'q') };
    println!("{} {} {}", x, n, ch);
    let P { x: renamed, .. } = P { x: 30, y: (0, 'a') };
    println!("{}", renamed);
    let T(i, text) = T(5, "five");
    println!("{} {}", i, text);
    let &r = &42;
    println!("{}", r);
    let mut m = 1;
    m += r;
    println!("{}", m);
    let later;
    if m > 10 {
        later = "big";
    } else {
        later = "small";
    }
    println!("{}", later);
    let (mut p, q): (i32, u64) = (1, 2);
    p += 1;
    println!("{} {}", p, q);
}
