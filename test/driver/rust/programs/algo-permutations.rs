// Permutations, combinations, subsets, Pascal's triangle, Gray codes.
fn next_permutation(v: &mut [u32]) -> bool {
    if v.len() < 2 {
        return false;
    }
    let mut i = v.len() - 1;
    while i > 0 && v[i - 1] >= v[i] {
        i -= 1;
    }
    if i == 0 {
        return false;
    }
    let mut j = v.len() - 1;
    while v[j] <= v[i - 1] {
        j -= 1;
    }
    v.swap(i - 1, j);
    v[i..].reverse();
    true
}

fn combinations(n: usize, k: usize, from: usize, chosen: &mut Vec<usize>, count: &mut u32) {
    if chosen.len() == k {
        println!("{:?}", chosen);
        *count += 1;
        return;
    }
    for i in from..n {
        chosen.push(i);
        combinations(n, k, i + 1, chosen, count);
        chosen.pop();
    }
}

fn main() {
    let mut v = [1, 2, 3];
    loop {
        println!("{:?}", v);
        if !next_permutation(&mut v) {
            break;
        }
    }
    let mut count = 0;
    combinations(4, 2, 0, &mut Vec::new(), &mut count);
    println!("{}", count);
    for mask in 0..8u32 {
        for bit in 0..3 {
            if mask >> bit & 1 == 1 {
                print!("{}", (b'a' + bit) as char);
            }
        }
        print!("|");
    }
    println!("");
    let mut row = vec![1u32];
    for _ in 0..6 {
        println!("{:?}", row);
        let mut next = vec![1];
        for pair in row.windows(2) {
            next.push(pair[0] + pair[1]);
        }
        next.push(1);
        row = next;
    }
    for i in 0..8u8 {
        print!("{:03b} ", i ^ i >> 1);
    }
    println!("");
}
