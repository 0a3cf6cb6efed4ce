// Greatest common divisors, prime factors, perfect numbers.
fn gcd(a: u64, b: u64) -> u64 {
    let (mut a, mut b) = (a, b);
    while b != 0 {
        let t = a % b;
        a = b;
        b = t;
    }
    a
}

fn factors(n: u64) -> Vec<(u64, u32)> {
    let mut out = Vec::new();
    let mut n = n;
    let mut p = 2;
    while p * p <= n {
        let mut times = 0;
        while n % p == 0 {
            n /= p;
            times += 1;
        }
        if times > 0 {
            out.push((p, times));
        }
        p += if p == 2 { 1 } else { 2 };
    }
    if n > 1 {
        out.push((n, 1));
    }
    out
}

fn is_perfect(n: u32) -> bool {
    let mut sum = 0;
    for d in 1..n {
        if n % d == 0 {
            sum += d;
        }
    }
    sum == n
}

fn main() {
    println!("{} {} {}", gcd(48, 36), gcd(17, 5), gcd(0, 9));
    println!("{}", 21 / gcd(21, 6) * 6);
    for n in [1u64, 2, 12, 97, 360, 1001, 1 << 20, 600851475143].iter() {
        println!("{} {:?}", n, factors(*n));
    }
    for n in 2..500 {
        if is_perfect(n) {
            print!("{} ", n);
        }
    }
    println!("");
}
