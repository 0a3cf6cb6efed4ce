// Aliases, also of generic types.
type Number = i32;
type Pair<T> = (T, T);
type Table = [[Number; 2]; 2];
type Callback = fn(Number) -> Number;
type Answer<T> = Result<T, String>;

fn double(n: Number) -> Number {
    n * 2
}

fn check(n: Number) -> Answer<Number> {
    if n > 0 { Ok(n) } else { Err("no".to_string()) }
}

struct Point(Number, Number);
type Place = Point;

impl Place {
    fn sum(&self) -> Number {
        self.0 + self.1
    }
}

fn main() {
    let n: Number = 5;
    let p: Pair<&str> = ("a", "b");
    let t: Table = [[1, 2], [3, n]];
    let f: Callback = double;
    println!("{} {:?} {:?} {}", n, p, t, f(n));
    println!("{:?} {:?}", check(1), check(0));
    type Local = Vec<Number>;
    let mut l = Local::new();
    l.push(1);
    println!("{:?} {}", l, Point(1, 2).sum());
}
