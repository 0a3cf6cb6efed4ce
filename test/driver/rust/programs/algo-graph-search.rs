// Breadth first search in a maze; shortest paths by Dijkstra without a heap.
const MAZE: [&'static str; 6] =
    ["#######", "#S..#.#", "#.#...#", "#.###.#", "#....E#", "#######"];

fn find(wanted: u8) -> (usize, usize) {
    for (y, row) in MAZE.iter().enumerate() {
        for (x, b) in row.bytes().enumerate() {
            if b == wanted {
                return (x, y);
            }
        }
    }
    panic!("not found");
}

fn steps() -> Option<u32> {
    let mut seen = vec![vec![false; 7]; 6];
    let mut queue = vec![(find(b'S'), 0)];
    let mut at = 0;
    let end = find(b'E');
    while at < queue.len() {
        let ((x, y), distance) = queue[at];
        at += 1;
        if (x, y) == end {
            return Some(distance);
        }
        for &(dx, dy) in [(1i32, 0i32), (-1, 0), (0, 1), (0, -1)].iter() {
            let (nx, ny) = ((x as i32 + dx) as usize, (y as i32 + dy) as usize);
            if MAZE[ny].as_bytes()[nx] != b'#' && !seen[ny][nx] {
                seen[ny][nx] = true;
                queue.push(((nx, ny), distance + 1));
            }
        }
    }
    None
}

fn dijkstra(edges: &[(usize, usize, u32)], n: usize, from: usize) -> Vec<Option<u32>> {
    let mut best: Vec<Option<u32>> = vec![None; n];
    let mut done = vec![false; n];
    best[from] = Some(0);
    loop {
        let mut next = None;
        for i in 0..n {
            if let (false, Some(d)) = (done[i], best[i]) {
                match next {
                    Some((_, old)) if old <= d => {}
                    _ => next = Some((i, d)),
                }
            }
        }
        let (i, d) = match next {
            Some(found) => found,
            None => return best,
        };
        done[i] = true;
        for &(a, b, w) in edges {
            if a == i && (best[b].is_none() || best[b].unwrap() > d + w) {
                best[b] = Some(d + w);
            }
        }
    }
}

fn main() {
    println!("{:?} {:?} {:?}", find(b'S'), find(b'E'), steps());
    let edges = [(0, 1, 7), (0, 2, 3), (2, 1, 1), (1, 3, 2), (2, 3, 8), (4, 0, 1)];
    println!("{:?}", dijkstra(&edges, 5, 0));
}
