// Tuples and nested patterns.
fn classify(point: (i32, i32)) -> &'static str {
    match point {
        (0, 0) => "origin",
        (x, 0) if x > 0 => "right",
        (_, 0) => "left",
        (0, _) => "on y",
        (x, y) if x == y => "diagonal",
        _ => "somewhere",
    }
}

fn fizz(n: u32) -> String {
    match (n % 3, n % 5) {
        (0, 0) => "FizzBuzz".to_string(),
        (0, _) => "Fizz".to_string(),
        (_, 0) => "Buzz".to_string(),
        _ => n.to_string(),
    }
}

fn main() {
    for p in [(0, 0), (5, 0), (-5, 0), (0, 3), (4, 4), (1, 2)].iter() {
        println!("{}", classify(*p));
    }
    for n in 1..16 {
        print!("{} ", fizz(n));
    }
    println!("");
    match (Some(3), None::<i32>) {
        (Some(a), Some(b)) => println!("{} {}", a, b),
        (Some(a), None) | (None, Some(a)) => println!("one {}", a),
        (None, None) => println!("none"),
    }
    match (1, (2, (3, "x"))) {
        (a, (b, (3, text))) => println!("{} {} {}", a, b, text),
        (_, (_, (n, _))) => println!("{}", n),
    }
    match (true, false, 'c') {
        (false, ..) => println!("first false"),
        (.., 'c') => println!("c"),
        _ => println!("rest"),
    }
}
