// The longest Collatz chain below a limit.
fn length(n: u64) -> u32 {
    let mut n = n;
    let mut steps = 1;
    while n != 1 {
        n = if n % 2 == 0 { n / 2 } else { 3 * n + 1 };
        steps += 1;
    }
    steps
}

fn main() {
    let mut n = 27u64;
    let mut highest = n;
    while n != 1 {
        n = match n % 2 {
            0 => n / 2,
            _ => n * 3 + 1,
        };
        if n > highest {
            highest = n;
        }
    }
    println!("{} {}", length(27), highest);
    let mut best = (0, 0);
    for i in 1..10000 {
        let l = length(i);
        if l > best.1 {
            best = (i, l);
        }
    }
    println!("{:?}", best);
}
