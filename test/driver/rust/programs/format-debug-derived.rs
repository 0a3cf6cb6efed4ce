// #[derive(Debug)] for structs and enums.
#[derive(Debug)]
struct Unit;
#[derive(Debug)]
struct Tuple(i32, &'static str);
#[derive(Debug)]
struct Named {
    x: i32,
    name: String,
    inner: Option<Tuple>,
}
#[derive(Debug)]
enum Shape {
    Empty,
    Circle(f64),
    Rect { w: f64, h: f64 },
    Nested(Box<Shape>),
}

fn main() {
    println!("{:?}", Unit);
    println!("{:?}", Tuple(1, "a\"b"));
    let named = Named { x: -1, name: "n".to_string(), inner: Some(Tuple(2, "c")) };
    println!("{:?}", named);
    println!("{:?} {:?}", Shape::Empty, Shape::Circle(1.0));
    println!("{:?}", Shape::Rect { w: 1.5, h: 2.0 });
    println!("{:?}", Shape::Nested(Box::new(Shape::Nested(Box::new(Shape::Empty)))));
    println!("{:?}", vec![Tuple(1, "x"), Tuple(2, "y")]);
    println!("{:5?}|{:<5?}|", Tuple(1, "z"), Some(3));
}
