// Comparison operators on all kinds of values.
fn main() {
    println!("{} {} {}", 1 < 2, 2 <= 1, 3 >= 3);
    println!("{} {}", -1i8 < 1, 255u8 > 1);
    println!("{} {}", "abc" < "abd", "abc" < "ab");
    println!("{} {}", "" < "a", "same" == "same");
    println!("{} {}", 'a' != 'b', 'a' <= 'a');
    println!("{} {}", (1, 2) == (1, 2), (1, 2) < (1, 3));
    println!("{} {}", (2, 'a') > (1, 'z'), (1, "b") >= (1, "a"));
    println!("{} {}", [1, 2, 3] == [1, 2, 3], [1, 2, 3] < [1, 2, 4]);
    println!("{} {}", &[1, 2][..] == &[1, 2][..], &[1, 2][..] < &[1, 2, 0][..]);
    println!("{} {}", Some(1) == Some(1), Some(1) == None);
    println!("{} {}", None < Some(0), Some(5) > Some(4));
    println!("{} {}", () == (), false < true);
    println!("{}", &5 == &5);
}
