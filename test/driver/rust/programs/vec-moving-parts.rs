// Vectors of vectors, append, split_off, moving in and out.
fn main() {
    let mut grid = vec![vec![0; 3]; 2];
    grid[1][2] = 7;
    grid[0].push(9);
    println!("{:?}", grid);
    let mut a = vec![1, 2, 3];
    let mut b = vec![4, 5];
    a.append(&mut b);
    println!("{:?} {:?}", a, b);
    let tail = a.split_off(3);
    println!("{:?} {:?}", a, tail);
    let row = grid.remove(0);
    println!("{:?} {:?}", row, grid);
    let mut words = vec!["x".to_string(), "y".to_string()];
    let first = std::mem::replace(&mut words[0], String::new());
    println!("{:?} {:?}", first, words);
    let mut nested: Vec<Option<String>> = vec![Some("a".to_string()), None];
    let taken = nested[0].take();
    println!("{:?} {:?}", taken, nested);
    let mut total = 0;
    for row in &mut grid {
        for x in row.iter_mut() {
            *x += 1;
            total += *x;
        }
    }
    println!("{} {:?}", total, grid);
    a.resize(5, -1);
    println!("{:?}", a);
    println!("{:?}", [vec![1], vec![2, 3]].concat());
    println!("{:?}", a.to_vec());
}
