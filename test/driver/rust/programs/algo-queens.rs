// How many ways N queens fit on a board.
fn solve(row: usize, n: usize, columns: &mut [usize], first: &mut Option<Vec<usize>>) -> u32 {
    if row == n {
        if first.is_none() {
            *first = Some(columns.to_vec());
        }
        return 1;
    }
    let mut count = 0;
    'columns: for c in 0..n {
        for r in 0..row {
            let distance = row - r;
            if columns[r] == c || columns[r] + distance == c || c + distance == columns[r] {
                continue 'columns;
            }
        }
        columns[row] = c;
        count += solve(row + 1, n, columns, first);
    }
    count
}

fn main() {
    for n in 1..8 {
        let mut columns = vec![0; n];
        let mut first = None;
        let count = solve(0, n, &mut columns, &mut first);
        println!("{} {} {:?}", n, count, first);
    }
    let mut columns = [0; 6];
    let mut first = None;
    solve(0, 6, &mut columns, &mut first);
    for c in first.unwrap() {
        for i in 0..6 {
            print!("{}", if i == c { "Q" } else { "." });
        }
        println!("");
    }
}
