// if let, with else if and else if let.
fn test(a: Option<i32>, b: Result<u8, &str>) -> String {
    if let Some(n @ 0...9) = a {
        format!("digit {}", n)
    } else if let Ok(byte) = b {
        format!("byte {}", byte)
    } else if a.is_some() {
        "big".to_string()
    } else if let Err(text) = b {
        format!("error {}", text)
    } else {
        "never".to_string()
    }
}

fn main() {
    println!("{}", test(Some(3), Ok(1)));
    println!("{}", test(Some(30), Ok(1)));
    println!("{}", test(Some(30), Err("e")));
    println!("{}", test(None, Err("e")));
    if let (1, x) = (1, "one") {
        println!("{}", x);
    }
    if let 5 = 2 + 2 {
        println!("five");
    } else {
        println!("not five");
    }
    let mut o = Some(1);
    if let Some(ref mut n) = o {
        *n += 1;
    }
    println!("{:?}", o);
}
