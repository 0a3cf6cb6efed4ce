// `{:#?}` lays nested values out over lines.
#[derive(Debug)]
struct Unit;
#[derive(Debug)]
struct Point {
    x: i32,
    y: i32,
}
#[derive(Debug)]
struct Wrapper(Point, u8);
#[derive(Debug)]
enum Kind {
    Plain,
    Tuple(i32, Point),
    Named { p: Point, list: Vec<u8> },
}

fn main() {
    println!("{:#?}", Unit);
    println!("{:#?}", Point { x: 1, y: -2 });
    println!("{:#?}", Wrapper(Point { x: 3, y: 4 }, 5));
    println!("{:#?} {:#?}", Kind::Plain, Kind::Tuple(1, Point { x: 0, y: 0 }));
    println!("{:#?}", Kind::Named { p: Point { x: 7, y: 8 }, list: vec![1, 2] });
    println!("{:#?}", (1, "two"));
    println!("{:#?} {:#?}", Some(1), None::<i32>);
    println!("{:#?}", vec![Some("a"), None]);
    let empty: [i32; 0] = [];
    println!("{:#?}", empty);
}
