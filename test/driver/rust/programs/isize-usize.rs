// Pointer-sized integers as indices and differences.
fn find(haystack: &[u8], needle: u8) -> isize {
    let mut i = 0;
    while i < haystack.len() {
        if haystack[i] == needle {
            return i as isize;
        }
        i += 1;
    }
    -1
}

fn main() {
    let text = b"hello world";
    println!("{} {} {}", find(text, b'o'), find(text, b'z'), find(text, b'h'));
    let index: u8 = 4;
    println!("{}", text[index as usize] as char);
    let distance = 3usize as isize - 5usize as isize;
    println!("{}", distance);
    println!("{}", (-1isize) as usize == usize::max_value());
    let mut i = text.len();
    while i > 0 {
        i -= 1;
        print!("{}", text[i] as char);
    }
    println!("");
}
