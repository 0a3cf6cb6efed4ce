// Arrays: literals, repetition, copies, nesting, length.
const N: usize = 4;

fn sum(a: [i32; N]) -> i32 {
    let mut total = 0;
    for x in a.iter() {
        total += *x;
    }
    total
}

fn main() {
    let a = [1, 2, 3, 4];
    let mut b = a;
    b[0] = 100;
    println!("{} {} {}", a[0], b[0], a.len());
    println!("{} {}", sum(a), sum(b));
    let zeros = [0u8; N * 2];
    println!("{:?}", zeros);
    let mut grid = [[0; 3]; 2];
    grid[1][2] = 5;
    grid[0] = [7, 8, 9];
    println!("{:?} {}", grid, grid[0][1]);
    println!("{}", a == [1, 2, 3, 4]);
    println!("{} {}", a[N - 1], [5, 6, 7][1]);
    let empty: [i32; 0] = [];
    println!("{} {}", empty.len(), empty.is_empty());
    let texts = ["x", "yy"];
    println!("{}", texts[1].len());
    let moved = [String::from("a"), String::from("b")];
    let other = moved;
    println!("{:?}", other);
}
