// unwrap_err() of what went well.
fn main() {
    let bad: Result<i32, &str> = Err("bad");
    println!("{}", bad.unwrap_err());
    let good: Result<i32, &str> = Ok(3);
    println!("{}", good.unwrap_err());
}
