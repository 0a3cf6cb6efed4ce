// Tuples: indices, nesting, comparison, as results.
fn divide(a: i32, b: i32) -> (i32, i32) {
    (a / b, a % b)
}

fn main() {
    let t = (1, "two", 3.0, 'c');
    println!("{} {} {} {}", t.0, t.1, t.2, t.3);
    let (q, r) = divide(17, 5);
    println!("{} {}", q, r);
    let mut nested = ((1, 2), [3, 4], (5,));
    (nested.0).1 = 20;
    nested.1[0] += 30;
    (nested.2).0 *= 10;
    println!("{:?}", nested);
    println!("{}", divide(9, 2).0);
    let single = (5,);
    let paren = (5);
    println!("{} {}", single.0, paren);
    println!("{}", (1, 2, 3) < (1, 3, 0));
    let swapped = { let (a, b) = (1, 2); (b, a) };
    println!("{:?}", swapped);
    let unit = ();
    println!("{:?} {}", unit, unit == ());
    let copied = nested;
    println!("{:?} {:?}", copied.0, nested.2);
}
