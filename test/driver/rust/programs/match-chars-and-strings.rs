// Texts and characters as patterns.
fn kind(c: char) -> &'static str {
    match c {
        'a' | 'e' | 'i' | 'o' | 'u' => "vowel",
        'a'...'z' => "consonant",
        'A'...'Z' => "capital",
        '0'...'9' => "digit",
        '\n' | '\t' | ' ' => "space",
        'é' | '\u{20ac}' => "foreign",
        _ => "other",
    }
}

fn command(word: &str) -> u32 {
    match word {
        "go" => 1,
        "stop" | "halt" => 2,
        "" => 3,
        _ if word.starts_with("x") => 4,
        _ => 0,
    }
}

fn main() {
    for c in "eZq7 é€-".chars() {
        println!("{:?} {}", c, kind(c));
    }
    for w in ["go", "stop", "halt", "", "xyz", "what"].iter() {
        println!("{:?} {}", w, command(w));
    }
    let owned = String::from("stop");
    println!("{}", command(&owned));
    match &owned[..] {
        "stop" => println!("stopped"),
        _ => println!("not"),
    }
    match b"ab" {
        b"ab" => println!("bytes"),
        _ => println!("no"),
    }
}
