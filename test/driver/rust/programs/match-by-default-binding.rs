// A pattern without `&` on a reference binds by reference.
#[derive(Debug)]
enum Token {
    Num(i32),
    Op(char, String),
}

fn show(t: &Token) -> String {
    match t {
        Token::Num(n) => format!("num {}", *n + 1),
        Token::Op(c, name) => format!("op {} {}", c, name.len()),
    }
}

fn main() {
    println!("{}", show(&Token::Num(5)));
    println!("{}", show(&Token::Op('+', "plus".to_string())));
    let mut t = Token::Num(1);
    match &mut t {
        Token::Num(n) => *n += 10,
        Token::Op(..) => {}
    }
    println!("{:?}", t);
    let o = Some(String::from("abc"));
    if let Some(s) = &o {
        println!("{}", s);
    }
    for (i, c) in &[(1, 'a'), (2, 'b')] {
        println!("{} {}", i, c);
    }
    println!("{:?}", o);
}
