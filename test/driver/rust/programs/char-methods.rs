// What chars can be asked.
fn main() {
    println!("{} {} {}", '5'.is_digit(10), 'a'.is_digit(10), 'f'.is_digit(16));
    println!("{:?} {:?} {:?}", '7'.to_digit(10), 'z'.to_digit(36), 'g'.to_digit(16));
    println!("{} {} {}", 'a'.is_alphabetic(), 'é'.is_alphabetic(), '1'.is_alphabetic());
    println!("{} {} {}", 'A'.is_uppercase(), 'a'.is_uppercase(), 'a'.is_lowercase());
    println!("{} {} {}", ' '.is_whitespace(), '\n'.is_whitespace(), 'x'.is_whitespace());
    println!("{} {} {}", '1'.is_numeric(), 'x'.is_alphanumeric(), '-'.is_alphanumeric());
    println!("{} {}", 'a'.len_utf8(), '€'.len_utf8());
    println!("{} {}", '\u{7f}'.is_control(), 'a'.is_control());
    let mut sum = 0;
    for c in "a1b22c".chars() {
        if let Some(digit) = c.to_digit(10) {
            sum += digit;
        }
    }
    println!("{}", sum);
}
