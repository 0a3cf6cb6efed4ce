// Positions, names, widths from arguments.
fn main() {
    println!("{0} {1} {0}", "a", "b");
    println!("{} {1} {} {0}", "x", "y");
    println!("{name} is {age}", name = "Ann", age = 30);
    println!("{} {name} {}", 1, 2, name = "n");
    println!("[{:width$}] [{:>1$}] [{:2$}]", 7, 6, 3, width = 4);
    println!("[{:w$.p$}]", 3.14159, w = 8, p = 2);
    println!("[{0:<1$}] [{0:>1$}] [{0:^1$}]", "ab", 6);
    println!("{value:?} {value:5} {value:#x}", value = 10);
    let width = 5;
    println!("[{:1$}] [{:>width$}]", 1, width, width = width);
    println!("{0:?} {0}", "both");
    println!("{:?} {:?}", (1, "two", '3'), ());
}
