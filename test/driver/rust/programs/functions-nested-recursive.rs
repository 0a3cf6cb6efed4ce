// Recursion, mutual recursion, nested functions, unused parameters.
fn even(n: u32) -> bool {
    n == 0 || odd(n - 1)
}

fn odd(n: u32) -> bool {
    n != 0 && even(n - 1)
}

fn ackermann(m: u64, n: u64) -> u64 {
    match (m, n) {
        (0, n) => n + 1,
        (m, 0) => ackermann(m - 1, 1),
        (m, n) => ackermann(m - 1, ackermann(m, n - 1)),
    }
}

fn fib(n: u32) -> u64 {
    if n < 2 { n as u64 } else { fib(n - 1) + fib(n - 2) }
}

fn hanoi(n: u32, from: char, to: char, via: char, moves: &mut Vec<(char, char)>) {
    if n > 0 {
        hanoi(n - 1, from, via, to, moves);
        moves.push((from, to));
        hanoi(n - 1, via, to, from, moves);
    }
}

fn ignore(_: i32, _unused: &str) -> () {}

fn main() {
    println!("{} {} {}", even(10), odd(10), odd(7));
    println!("{} {}", ackermann(2, 3), ackermann(3, 3));
    println!("{} {}", fib(10), fib(20));
    let mut moves = Vec::new();
    hanoi(4, 'a', 'c', 'b', &mut moves);
    println!("{} {:?}", moves.len(), &moves[..3]);
    println!("{:?}", ignore(1, "x"));
    fn gcd(a: u32, b: u32) -> u32 {
        if b == 0 { a } else { gcd(b, a % b) }
    }
    println!("{}", gcd(48, 36));
}
