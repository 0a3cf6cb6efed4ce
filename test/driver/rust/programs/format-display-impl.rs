// A Display implementation of one's own, used inside others.
use std::fmt;

struct Point {
    x: i32,
    y: i32,
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "({}, {})", self.x, self.y)
    }
}

struct Line(Point, Point);

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{} -> {}", self.0, self.1)
    }
}

struct List(Vec<i32>);

impl fmt::Display for List {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let mut first = true;
        for item in &self.0 {
            if !first {
                try!(write!(f, ", "));
            }
            first = false;
            try!(write!(f, "{}", item));
        }
        Ok(())
    }
}

fn main() {
    println!("{}", Point { x: 1, y: 2 });
    println!("{}", Line(Point { x: 0, y: 0 }, Point { x: -3, y: 4 }));
    println!("[{}] [{}]", List(vec![1, 2, 3]), List(vec![]));
    let text = format!("{}!", Point { x: 5, y: 6 });
    println!("{} {}", text, text.len());
    println!("{}", Point { x: 7, y: 8 }.to_string());
}
