// Width, fill, alignment and precision of texts.
fn main() {
    println!("[{}] [{:8}] [{:<8}] [{:>8}] [{:^8}]", "abc", "abc", "abc", "abc", "abc");
    println!("[{:*<8}] [{:*>8}] [{:*^8}] [{:é^7}]", "abc", "abc", "abc", "abc");
    println!("[{:.2}] [{:6.2}] [{:>6.2}] [{:.10}]", "abcdef", "abcdef", "abcdef", "abc");
    println!("[{:2}] [{:0}]", "longer", "longer");
    println!("[{:5}] [{:>5}] [{:^5}]", 'x', 'x', 'x');
    println!("[{:6}] [{:>6}] [{:^7}]", true, false, true);
    println!("[{:5}]", "äöü");
    println!("[{:8?}] [{:>8?}]", "ab", "ab");
    let owned = String::from("owned");
    println!("[{:>7}] [{:.3}] [{}]", owned, owned, &owned);
}
