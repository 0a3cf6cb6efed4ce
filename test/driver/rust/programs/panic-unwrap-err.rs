// unwrap() of an error shows the error.
#[derive(Debug)]
enum Mistake {
    Odd(i32),
}

fn half(n: i32) -> Result<i32, Mistake> {
    if n % 2 == 0 { Ok(n / 2) } else { Err(Mistake::Odd(n)) }
}

fn main() {
    println!("{}", half(10).unwrap());
    println!("{}", half(5).unwrap());
}
