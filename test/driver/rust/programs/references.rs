// Shared and mutable references, reborrows, swapping through them.
fn bump(n: &mut i32) {
    *n += 1;
}

fn twice(n: &mut i32) {
    bump(n);
    bump(n);
}

fn swap(a: &mut i32, b: &mut i32) {
    let t = *a;
    *a = *b;
    *b = t;
}

fn longest<'a>(a: &'a str, b: &'a str) -> &'a str {
    if a.len() >= b.len() { a } else { b }
}

struct Pair {
    a: i32,
    b: i32,
}

fn main() {
    let mut n = 5;
    twice(&mut n);
    println!("{}", n);
    {
        let r = &mut n;
        *r *= 2;
        let rr = &mut *r;
        *rr += 1;
        bump(rr);
    }
    println!("{}", n);
    let mut m = 1;
    swap(&mut n, &mut m);
    println!("{} {}", n, m);
    let mut p = Pair { a: 1, b: 2 };
    swap(&mut p.a, &mut p.b);
    println!("{} {}", p.a, p.b);
    let r = &&&m;
    println!("{} {}", ***r, r);
    println!("{}", longest("abc", "de"));
    let mut chosen = &mut p.a;
    *chosen += 100;
    chosen = &mut m;
    *chosen += 1000;
    println!("{} {}", p.a, m);
    println!("{}", *&5 + *&mut 6);
}
