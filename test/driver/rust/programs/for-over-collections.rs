// for over arrays, slices and vectors, by reference and by value.
fn main() {
    let a = [10, 20, 30];
    for x in a.iter() {
        print!("{} ", x);
    }
    for x in &a {
        print!("{} ", *x + 1);
    }
    println!("");
    let mut v = vec![1, 2, 3];
    for x in v.iter_mut() {
        *x *= 10;
    }
    for x in &mut v {
        *x += 1;
    }
    for x in &v {
        print!("{} ", x);
    }
    println!("");
    for (i, x) in v.iter().enumerate() {
        print!("{}:{} ", i, x);
    }
    println!("");
    for x in v.iter().rev() {
        print!("{} ", x);
    }
    println!("");
    for s in vec![String::from("a"), String::from("b")] {
        print!("{} ", s + "!");
    }
    println!("");
    for &(n, c) in [(1, 'x'), (2, 'y')].iter() {
        print!("{}{} ", n, c);
    }
    println!("");
    for x in &v[1..] {
        print!("{} ", x);
    }
    println!("");
    for x in Some(5) {
        println!("some {}", x);
    }
}
