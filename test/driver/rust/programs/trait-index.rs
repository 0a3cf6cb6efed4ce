// Index and IndexMut of one's own types.
use std::ops::{Index, IndexMut};

struct Matrix {
    data: Vec<i32>,
    width: usize,
}

impl Index<(usize, usize)> for Matrix {
    type Output = i32;
    fn index(&self, at: (usize, usize)) -> &i32 {
        &self.data[at.0 * self.width + at.1]
    }
}

impl IndexMut<(usize, usize)> for Matrix {
    fn index_mut(&mut self, at: (usize, usize)) -> &mut i32 {
        &mut self.data[at.0 * self.width + at.1]
    }
}

#[derive(Clone, Copy)]
enum Axis {
    X,
    Y,
}

struct Point {
    x: f64,
    y: f64,
}

impl Index<Axis> for Point {
    type Output = f64;
    fn index(&self, axis: Axis) -> &f64 {
        match axis {
            Axis::X => &self.x,
            Axis::Y => &self.y,
        }
    }
}

fn main() {
    let mut m = Matrix { data: vec![0; 6], width: 3 };
    m[(1, 2)] = 7;
    m[(0, 1)] += 5;
    m[(0, 1)] *= 2;
    println!("{:?} {} {}", m.data, m[(1, 2)], m[(0, 1)] + m[(0, 0)]);
    let p = Point { x: 1.5, y: -2.0 };
    println!("{} {}", p[Axis::X], p[Axis::Y]);
    let r = &mut m[(0, 0)];
    *r = 9;
    println!("{}", *r);
}
