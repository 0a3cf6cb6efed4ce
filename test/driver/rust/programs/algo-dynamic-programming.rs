// Edit distance, knapsack, longest common subsequence, coins.
fn min(a: usize, b: usize) -> usize {
    if a < b { a } else { b }
}

fn distance(a: &str, b: &str) -> usize {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut row = Vec::new();
    for j in 0..b.len() + 1 {
        row.push(j);
    }
    for i in 0..a.len() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for j in 0..b.len() {
            let cost = if a[i] == b[j] { 0 } else { 1 };
            let best = min(min(row[j] + 1, row[j + 1] + 1), diagonal + cost);
            diagonal = row[j + 1];
            row[j + 1] = best;
        }
    }
    row[b.len()]
}

fn knapsack(items: &[(usize, u32)], capacity: usize) -> u32 {
    let mut best = vec![0; capacity + 1];
    for &(weight, value) in items {
        for c in (weight..capacity + 1).rev() {
            let with = best[c - weight] + value;
            if with > best[c] {
                best[c] = with;
            }
        }
    }
    best[capacity]
}

fn common(a: &[u8], b: &[u8]) -> Vec<u8> {
    let mut t = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            t[i][j] = if a[i] == b[j] {
                t[i + 1][j + 1] + 1
            } else if t[i + 1][j] > t[i][j + 1] {
                t[i + 1][j]
            } else {
                t[i][j + 1]
            };
        }
    }
    let (mut i, mut j, mut out) = (0, 0, Vec::new());
    while i < a.len() && j < b.len() {
        if a[i] == b[j] {
            out.push(a[i]);
            i += 1;
            j += 1;
        } else if t[i + 1][j] >= t[i][j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    out
}

fn main() {
    println!("{} {}", distance("kitten", "sitting"), distance("", "abc"));
    println!("{}", knapsack(&[(1, 1), (3, 4), (4, 5), (5, 7)], 7));
    println!("{:?}", common(b"ABCBDAB", b"BDCABA").len());
    let mut ways = [0u64; 101];
    ways[0] = 1;
    for coin in [1, 5, 10, 25, 50].iter() {
        for n in *coin..101 {
            ways[n] += ways[n - *coin];
        }
    }
    println!("{}", ways[100]);
}
