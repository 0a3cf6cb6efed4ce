// Two mutable parts of one slice.
fn fill(part: &mut [i32], with: i32) {
    for x in part.iter_mut() {
        *x = with;
    }
}

fn main() {
    let mut a = [0; 6];
    {
        let (left, right) = a.split_at_mut(4);
        fill(left, 1);
        fill(right, 2);
        left[0] = right[1] + 10;
    }
    println!("{:?}", a);
    fill(&mut a[1..3], 9);
    println!("{:?}", a);
    let mut v = vec![1, 2, 3];
    fill(&mut v, 5);
    fill(&mut v[..1], 6);
    println!("{:?}", v);
    if let Some(last) = v.last_mut() {
        *last = 7;
    }
    if let Some(x) = v.get_mut(1) {
        *x = 8;
    }
    println!("{:?}", v);
}
