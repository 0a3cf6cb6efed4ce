// Matching through references: `&pattern` and `*value`.
struct Node {
    value: i32,
    next: Option<Box<Node>>,
}

fn sum(node: &Node) -> i32 {
    match node.next {
        Some(ref next) => node.value + sum(next),
        None => node.value,
    }
}

fn sign(n: &i32) -> i32 {
    match *n {
        0 => 0,
        x if x < 0 => -1,
        _ => 1,
    }
}

fn first(pair: &(i32, String)) -> i32 {
    match pair {
        &(n, ref text) => n + text.len() as i32,
    }
}

fn main() {
    let list = Node { value: 1, next: Some(Box::new(Node { value: 2, next: None })) };
    println!("{}", sum(&list));
    println!("{} {} {}", sign(&-4), sign(&0), sign(&9));
    println!("{}", first(&(10, "abc".to_string())));
    match &5 {
        &3 => println!("three"),
        &n => println!("{}", n),
    }
    let options = [Some(1), None, Some(3)];
    for o in options.iter() {
        match *o {
            Some(n) => print!("{} ", n),
            None => print!("- "),
        }
    }
    println!("");
    let mut values = (1, 2);
    match values {
        (ref mut a, _) if *a == 1 => *a = 100,
        _ => {}
    }
    println!("{:?}", values);
}
