// `break` with a value out of `loop`.
fn main() {
    let mut n = 0;
    let found = loop {
        n += 7;
        if n % 5 == 0 {
            break n;
        }
    };
    println!("{}", found);
    let text = loop {
        break "at once";
    };
    println!("{}", text);
    let outer = 'outer: loop {
        let mut i = 0;
        loop {
            i += 1;
            if i == 4 {
                break 'outer i * 100;
            }
        }
    };
    println!("{}", outer);
    let unit = loop {
        break;
    };
    println!("{:?}", unit);
}
