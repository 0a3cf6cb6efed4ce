// What Results can do.
fn parse(text: &str) -> Result<i32, String> {
    if text.is_empty() {
        return Err("empty".to_string());
    }
    let mut value = 0;
    for b in text.bytes() {
        if b < b'0' || b > b'9' {
            return Err(format!("bad byte {}", b as char));
        }
        value = value * 10 + (b - b'0') as i32;
    }
    Ok(value)
}

fn add(a: &str, b: &str) -> Result<i32, String> {
    let x = try!(parse(a));
    let y = try!(parse(b));
    Ok(x + y)
}

fn main() {
    println!("{:?} {:?} {:?}", parse("12"), parse(""), parse("1x"));
    println!("{:?} {:?} {:?}", add("1", "2"), add("?", "2"), add("1", ""));
    let ok = parse("7");
    let err = parse("");
    println!("{} {} {} {}", ok.is_ok(), ok.is_err(), err.is_ok(), err.is_err());
    println!("{:?} {:?}", ok.clone().ok(), err.clone().ok());
    println!("{:?} {:?}", ok.clone().err(), err.clone().err());
    println!("{} {}", ok.clone().unwrap_or(0), err.clone().unwrap_or(0));
    println!("{}", err.clone().unwrap_err());
    if let Ok(ref n) = ok {
        println!("{}", n);
    }
    match ok.as_ref() {
        Ok(n) => println!("{}", *n + 1),
        Err(e) => println!("{}", e),
    }
    println!("{} {}", ok == Ok(7), ok == err);
    println!("{}", ok.unwrap());
}
