// Derived Clone, Copy and Default.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Point {
    x: i32,
    y: f64,
}

#[derive(Debug, Clone, Default)]
struct All {
    name: String,
    list: Vec<u8>,
    point: Point,
    option: Option<Point>,
    flag: bool,
    letter: char,
    pair: (u8, i64),
}

#[derive(Debug, Clone)]
enum Tree {
    Leaf,
    Node(Box<Tree>, String, Box<Tree>),
}

fn consume(p: Point) -> i32 {
    p.x
}

fn main() {
    let p = Point { x: 1, y: 2.0 };
    let q = p;
    println!("{} {} {}", consume(p), consume(q), p == q);
    println!("{:?} {:?}", Point::default(), All::default());
    let mut a = All { name: "n".to_string(), list: vec![1], ..Default::default() };
    let b = a.clone();
    a.name.push('!');
    a.list.push(2);
    println!("{} {:?} {} {:?}", a.name, a.list, b.name, b.list);
    let t = Tree::Node(Box::new(Tree::Leaf), "mid".to_string(), Box::new(Tree::Leaf));
    let u = t.clone();
    println!("{:?}", t);
    println!("{:?}", u);
    println!("{} {:?} {:?}", i32::default(), String::default(), bool::default());
}
