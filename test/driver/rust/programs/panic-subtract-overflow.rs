// An unsigned number below zero.
fn before(n: usize) -> usize {
    n - 1
}

fn main() {
    let mut n = 2;
    loop {
        println!("{}", n);
        n = before(n);
    }
}
