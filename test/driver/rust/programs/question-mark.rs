// `?` hands errors on.
#[derive(Debug, PartialEq)]
enum Fault {
    Negative,
    TooBig(u32),
}

fn check(n: i32) -> Result<u32, Fault> {
    if n < 0 {
        Err(Fault::Negative)
    } else if n > 100 {
        Err(Fault::TooBig(n as u32))
    } else {
        Ok(n as u32)
    }
}

fn sum(a: i32, b: i32, c: i32) -> Result<u32, Fault> {
    let first = check(a)? + check(b)?;
    println!("two are fine");
    Ok(first + check(c)?)
}

fn middle(values: &[i32]) -> Option<i32> {
    let first = values.first()?;
    let last = values.last()?;
    Some((*first + *last) / 2)
}

fn main() {
    println!("{:?}", sum(1, 2, 3));
    println!("{:?}", sum(1, -2, 3));
    println!("{:?}", sum(1, 2, 300));
    println!("{:?} {:?}", middle(&[1, 5, 9]), middle(&[]));
}
