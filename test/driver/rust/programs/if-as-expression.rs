// if gives a value.
fn size(n: i32) -> &'static str {
    if n < 0 {
        "negative"
    } else if n == 0 {
        "zero"
    } else if n < 10 {
        "small"
    } else {
        "large"
    }
}

fn main() {
    for n in [-5, 0, 7, 70].iter() {
        println!("{} {}", n, size(*n));
    }
    let x = if true { 1 } else { 2 } + 10;
    println!("{}", x);
    let y = 5 + if x > 5 { 100 } else { 200 };
    println!("{}", y);
    if x == 11 {
        println!("eleven");
    }
    let unit = if y == 0 {};
    println!("{:?}", unit);
    println!("{}", if let Some(n) = Some(3) { n } else { 0 });
    let nested = if x > 0 { if x > 100 { "a" } else { "b" } } else { "c" };
    println!("{}", nested);
}
