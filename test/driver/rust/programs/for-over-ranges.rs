// for over ranges of several types.
fn main() {
    for i in 0..3 {
        print!("{} ", i);
    }
    println!("");
    for i in 5..5 {
        println!("never {}", i);
    }
    for i in 5..2 {
        println!("never {}", i);
    }
    for b in b'a'..b'f' {
        print!("{}", b as char);
    }
    println!("");
    for i in -2i64..2 {
        print!("{} ", i);
    }
    println!("");
    for i in (0..4).rev() {
        print!("{} ", i);
    }
    println!("");
    let n: usize = 3;
    let mut sum = 0;
    for i in 0..n {
        for j in i..n {
            sum += i * 10 + j;
        }
    }
    println!("{}", sum);
    for _ in 0..2 {
        print!("again ");
    }
    println!("");
    let range = 250u8..255;
    for i in range {
        print!("{} ", i);
    }
    println!("");
}
