// Vectors where slices are wanted.
fn max(values: &[i32]) -> Option<i32> {
    if values.is_empty() {
        return None;
    }
    let mut best = values[0];
    for v in &values[1..] {
        if *v > best {
            best = *v;
        }
    }
    Some(best)
}

fn main() {
    let v = vec![3, 9, 2, 9, 5];
    println!("{:?} {:?} {:?}", max(&v), max(&v[2..3]), max(&[]));
    let s = &v[1..];
    println!("{:?} {}", s, s.len());
    let (a, b) = v.split_at(2);
    println!("{:?} {:?} {}", a, b, a.len() + b.len());
    println!("{:?} {:?}", &v[..2], &v[v.len() - 1..]);
    println!("{} {}", &v[..1] == [3], v == [3, 9, 2, 9, 5]);
    println!("{:?}", v.as_slice().last());
    for pair in v.windows(2) {
        print!("{} ", pair[1] - pair[0]);
    }
    println!("");
    for part in v.chunks(2) {
        print!("{:?} ", part);
    }
    println!("");
    let total = { let mut t = 0; for x in v.iter() { t += x; } t };
    println!("{}", total);
}
