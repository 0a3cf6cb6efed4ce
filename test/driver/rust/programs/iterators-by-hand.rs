// Iterators of the library, stepped by hand.
fn main() {
    let v = vec![1, 2, 3, 4];
    let mut i = v.iter();
    println!("{:?} {:?}", i.next(), i.next());
    println!("{:?}", i.next().is_some());
    println!("{:?} {:?}", i.next(), i.next());
    let mut r = 0..3;
    println!("{:?} {:?}", r.next(), r);
    for n in r {
        println!("n {}", n);
    }
    let mut c = "aé".chars();
    println!("{:?} {:?} {:?}", c.next(), c.next(), c.next());
    let mut back = v.iter();
    println!("{:?} {:?} {:?}", back.next_back(), back.next(), back.next_back());
    for (i, c) in "xyz".chars().enumerate() {
        print!("{}{} ", i, c);
    }
    println!("");
    for c in "abc".chars().rev() {
        print!("{}", c);
    }
    println!("");
    for (at, c) in "aéz".char_indices() {
        print!("{}{} ", at, c);
    }
    println!("");
    println!("{} {}", v.iter().count(), v.len());
}
