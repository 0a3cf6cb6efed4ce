// Methods by value, reference and mutable reference; associated functions and constants.
#[derive(Debug, Clone, Copy)]
struct Vec2 {
    x: i32,
    y: i32,
}

impl Vec2 {
    fn new(x: i32, y: i32) -> Vec2 {
        Vec2 { x: x, y: y }
    }
    fn origin() -> Self {
        Self::new(0, 0)
    }
    fn length2(&self) -> i32 {
        self.dot(self)
    }
    fn dot(&self, other: &Vec2) -> i32 {
        self.x * other.x + self.y * other.y
    }
    fn scale(&mut self, by: i32) -> &mut Vec2 {
        self.x *= by;
        self.y *= by;
        self
    }
    fn flipped(mut self) -> Vec2 {
        let t = self.x;
        self.x = self.y;
        self.y = t;
        self
    }
}

impl Vec2 {
    const UNIT: Vec2 = Vec2 { x: 1, y: 0 };
    fn sum(self, other: Self) -> Self {
        Vec2::new(self.x + other.x, self.y + other.y)
    }
}

fn main() {
    let mut v = Vec2::new(3, 4);
    println!("{} {:?}", v.length2(), Vec2::origin());
    v.scale(2).scale(5);
    println!("{:?} {:?}", v, v.flipped());
    println!("{:?}", Vec2::UNIT.sum(v).sum(Vec2::new(-1, -1)));
    println!("{}", Vec2::dot(&v, &Vec2::UNIT));
    let r = &&v;
    println!("{}", r.length2());
    Vec2::scale(&mut v, 0);
    println!("{:?}", v);
    let boxed = Box::new(v);
    println!("{:?}", boxed.sum(Vec2::UNIT));
}
