//! Words as strings of their own: the crate's allocations.

pub fn split(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    for c in text.chars() {
        if (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') {
            word.push(c);
        } else if word.len() > 0 {
            words.push(word);
            word = String::new();
        }
    }
    if word.len() > 0 {
        words.push(word);
    }
    words
}
