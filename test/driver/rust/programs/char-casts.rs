// chars and numbers.
fn main() {
    println!("{} {} {}", 'a' as u32, 'é' as u32, '\u{1F600}' as u32);
    println!("{} {}", 'a' as u8, 'é' as u8);
    println!("{} {}", 97u8 as char, 233u8 as char);
    println!("{:?}", 0u8 as char);
    for i in 0..5u8 {
        print!("{}", (b'a' + i) as char);
    }
    println!("");
    println!("{}", ('a' as u8 + 25) as char);
    println!("{} {}", 'a' < 'b', 'Z' < 'a');
    println!("{}", 'ß' as i32 - 'a' as i32);
    println!("{}", '\u{7f}' as u8 as i8);
    println!("{}", '€' as u16);
}
