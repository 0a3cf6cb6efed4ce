// Bubble, insertion, quick and merge sort.
fn bubble(v: &mut [i32]) {
    for i in 0..v.len() {
        for j in 1..v.len() - i {
            if v[j - 1] > v[j] {
                v.swap(j - 1, j);
            }
        }
    }
}

fn insertion(v: &mut Vec<i32>) {
    for i in 1..v.len() {
        let x = v[i];
        let mut j = i;
        while j > 0 && v[j - 1] > x {
            v[j] = v[j - 1];
            j -= 1;
        }
        v[j] = x;
    }
}

fn quick(v: &mut [i32]) {
    if v.len() < 2 {
        return;
    }
    let last = v.len() - 1;
    let mut store = 0;
    for i in 0..last {
        if v[i] < v[last] {
            v.swap(i, store);
            store += 1;
        }
    }
    v.swap(store, last);
    let (left, right) = v.split_at_mut(store);
    quick(left);
    quick(&mut right[1..]);
}

fn merge_sort(v: &[i32]) -> Vec<i32> {
    if v.len() < 2 {
        return v.to_vec();
    }
    let (a, b) = v.split_at(v.len() / 2);
    let (a, b) = (merge_sort(a), merge_sort(b));
    let mut out = Vec::with_capacity(v.len());
    let (mut i, mut j) = (0, 0);
    while i < a.len() || j < b.len() {
        if j == b.len() || i < a.len() && a[i] <= b[j] {
            out.push(a[i]);
            i += 1;
        } else {
            out.push(b[j]);
            j += 1;
        }
    }
    out
}

fn main() {
    let v = vec![5, -2, 9, 0, 5, 13, -7, 8, 1];
    let (mut a, mut b, mut c) = (v.clone(), v.clone(), v.clone());
    bubble(&mut a);
    insertion(&mut b);
    quick(&mut c);
    println!("{:?}\n{} {} {}", a, a == b, b == c, c == merge_sort(&v));
}
