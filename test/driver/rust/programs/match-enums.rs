// Variants of every kind.
enum Shape {
    Point,
    Circle(f64),
    Rect { w: f64, h: f64 },
    Poly(Vec<(i32, i32)>),
}

use Shape::{Circle, Poly};

fn area(s: &Shape) -> f64 {
    match *s {
        Shape::Point => 0.0,
        Circle(r) if r < 0.0 => -1.0,
        Circle(r) => 3.0 * r * r,
        Shape::Rect { w, h: height } => w * height,
        Poly(ref points) => points.len() as f64,
    }
}

fn is_flat(s: &Shape) -> bool {
    match *s {
        Shape::Rect { h, .. } if h == 0.0 => true,
        Shape::Rect { .. } | Circle(..) => false,
        Shape::Point => true,
        Poly(ref p) => p.is_empty(),
    }
}

fn main() {
    let shapes = vec![
        Shape::Point,
        Circle(2.0),
        Circle(-1.0),
        Shape::Rect { w: 2.0, h: 3.5 },
        Shape::Rect { w: 2.0, h: 0.0 },
        Poly(vec![(0, 0), (1, 1)]),
        Poly(vec![]),
    ];
    for s in &shapes {
        println!("{} {}", area(s), is_flat(s));
    }
}
