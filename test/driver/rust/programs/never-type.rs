// Expressions of type `!` fit everywhere.
fn pick(n: i32) -> i32 {
    let value: i32 = if n > 10 { return -1 } else { n * 2 };
    value + 1
}

fn forever() -> ! {
    let mut n = 0;
    loop {
        n += 1;
        if n == 3 {
            println!("enough");
            std::process::exit(9);
        }
    }
}

fn main() {
    println!("{} {}", pick(4), pick(11));
    let mut last = 0;
    for i in 0..5 {
        last = match i {
            3 => break,
            1 => continue,
            other => other,
        };
        println!("i {}", i);
    }
    println!("last {}", last);
    forever()
}
