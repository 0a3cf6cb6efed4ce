// Conway's game of life on a torus.
const W: usize = 8;
const H: usize = 6;

#[derive(Clone, PartialEq)]
struct World {
    cells: [[bool; W]; H],
}

impl World {
    fn new(picture: &[&str]) -> World {
        let mut cells = [[false; W]; H];
        for (y, line) in picture.iter().enumerate() {
            for (x, b) in line.bytes().enumerate() {
                cells[y][x] = b == b'#';
            }
        }
        World { cells: cells }
    }

    fn neighbours(&self, x: usize, y: usize) -> u32 {
        let mut n = 0;
        for dy in 0..3 {
            for dx in 0..3 {
                if dx == 1 && dy == 1 {
                    continue;
                }
                if self.cells[(y + H + dy - 1) % H][(x + W + dx - 1) % W] {
                    n += 1;
                }
            }
        }
        n
    }

    fn step(&self) -> World {
        let mut next = self.clone();
        for y in 0..H {
            for x in 0..W {
                next.cells[y][x] = match (self.cells[y][x], self.neighbours(x, y)) {
                    (true, 2) | (_, 3) => true,
                    _ => false,
                };
            }
        }
        next
    }

    fn print(&self) {
        for row in self.cells.iter() {
            for cell in row.iter() {
                print!("{}", if *cell { '#' } else { '.' });
            }
            println!("");
        }
        println!("");
    }
}

fn main() {
    let mut w = World::new(&["..#.....", "#.#.....", ".##....."]);
    for generation in 0..20 {
        if generation % 5 == 0 {
            w.print();
        }
        w = w.step();
    }
    let blinker = World::new(&["", "..###...", "", "", "", ""]);
    println!("{} {}", blinker == blinker.step(), blinker == blinker.step().step());
}
