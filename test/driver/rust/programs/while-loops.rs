// while, with conditions that change something.
fn next(n: &mut i32) -> bool {
    *n += 1;
    *n < 5
}

fn main() {
    let mut i = 0;
    while i < 3 {
        println!("{}", i);
        i += 1;
    }
    let mut n = 0;
    while next(&mut n) {
        println!("n {}", n);
    }
    println!("{}", n);
    while { i -= 1; i >= 0 } {
        print!("{} ", i);
    }
    println!("");
    while false {
        println!("never");
    }
    let mut count = 0;
    while true {
        count += 1;
        if count == 10 {
            break;
        }
        if count % 2 == 0 {
            continue;
        }
        print!("{} ", count);
    }
    println!("{}", count);
}
