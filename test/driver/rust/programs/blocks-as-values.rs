// Blocks, and statements that are expressions.
fn main() {
    let x = {
        let a = 3;
        let b = 4;
        a * a + b * b
    };
    println!("{}", x);
    let y = { { { 5 } } };
    println!("{}", y);
    let unit = { 5; };
    println!("{:?}", unit);
    println!("{}", { let mut s = String::from("a"); s.push('b'); s });
    let z = unsafe { 6 };
    println!("{}", z);
    let w = match { x + 1 } { 26 => "right", _ => "wrong" };
    println!("{}", w);
    let mut n = 1;
    let assigned = n = 5;
    println!("{:?} {}", assigned, n);
    {
        fn inner() -> i32 {
            77
        }
        println!("{}", inner());
    };
    let t = ({ n += 1; n }, { n += 1; n });
    println!("{:?}", t);
}
