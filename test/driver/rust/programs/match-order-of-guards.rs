// Arms are tried in order; a guard that fails goes on with the next arm.
fn ask(name: &str, answer: bool) -> bool {
    print!("{}? ", name);
    answer
}

fn run(n: i32, a: bool, b: bool) {
    match n {
        1 if ask("a", a) => println!("first"),
        1 | 2 if ask("b", b) => println!("second"),
        1 => println!("third"),
        x if ask("x", x > 5) => println!("fourth {}", x),
        _ => println!("last"),
    }
}

fn main() {
    run(1, true, true);
    run(1, false, true);
    run(1, false, false);
    run(2, true, true);
    run(2, true, false);
    run(9, true, true);
    let pair = (Some(3), 4);
    match pair {
        (Some(n), m) if n > m => println!("greater"),
        (Some(n), m) if n + m == 7 => println!("seven"),
        (Some(_), _) => println!("some"),
        (None, _) => println!("none"),
    }
}
