// Functions, not closures, as what strings are searched for.

fn is_vowel(c: char) -> bool {
    match c {
        'a' | 'e' | 'i' | 'o' | 'u' => true,
        _ => false,
    }
}

fn main() {
    let text = "one two\tthree";
    for word in text.split(char::is_whitespace) {
        println!("[{}]", word);
    }
    println!("{:?}", text.find(is_vowel));
    println!("{:?}", text.rfind(is_vowel));
    println!("{}", "xxabcxx".trim_matches(char::is_alphabetic).len());
    let pointer: fn(char) -> bool = is_vowel;
    println!("{:?}", text.find(pointer));
    println!("{}", text.contains(char::is_numeric));
}
