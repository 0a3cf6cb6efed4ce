// `name @ pattern`, ref, ref mut.
#[derive(Debug)]
enum Message {
    Number(i32),
    Text(String),
    Pair(i32, i32),
}

fn describe(n: u32) -> String {
    match n {
        0 => "none".to_string(),
        small @ 1...9 => format!("small {}", small),
        round @ 10 | round @ 20 => format!("round {}", round),
        other => format!("other {}", other),
    }
}

fn main() {
    for n in [0, 5, 10, 20, 21].iter() {
        println!("{}", describe(*n));
    }
    let mut m = Message::Text(String::from("abc"));
    match m {
        Message::Text(ref text) => println!("{}", text.len()),
        _ => println!("no"),
    }
    match m {
        Message::Text(ref mut text) => text.push('d'),
        Message::Number(ref mut n) => *n += 1,
        Message::Pair(ref mut a, b) => *a += b,
    }
    println!("{:?}", m);
    let mut p = Message::Pair(1, 2);
    if let Message::Pair(ref mut a, ref b) = p {
        *a += *b * 10;
    }
    println!("{:?}", p);
    match p {
        whole @ Message::Pair(..) => println!("{:?}", whole),
        other => println!("other {:?}", other),
    }
    match Some(7) {
        Some(n @ 5...8) => println!("in range {}", n),
        Some(n) => println!("{}", n),
        None => {}
    }
    println!("{:?}", Message::Number(1));
}
