// A name may be bound again, even with another type.
fn main() {
    let x = 5;
    let x = x + 1;
    {
        let x = "inner";
        println!("{}", x);
        let x = x.len();
        println!("{}", x);
    }
    println!("{}", x);
    let x = format!("{}!", x);
    println!("{}", x);
    for x in 0..2 {
        let x = x * 10;
        println!("{}", x);
    }
    if let Some(x) = Some(1.5) {
        println!("{}", x);
    }
    match 3 {
        x => println!("{}", x),
    }
    println!("{}", x);
    fn x_of(x: i32) -> i32 {
        let x = x * x;
        x
    }
    println!("{}", x_of(4));
}
