// Slices: ranges, slices of slices, methods.
fn total(values: &[i32]) -> i32 {
    let mut sum = 0;
    for v in values {
        sum += *v;
    }
    sum
}

fn sum_recursive(values: &[i32]) -> i32 {
    if values.is_empty() { 0 } else { values[0] + sum_recursive(&values[1..]) }
}

fn main() {
    let a = [1, 2, 3, 4, 5, 6];
    println!("{} {} {}", total(&a), total(&a[2..]), total(&a[..2]));
    println!("{} {}", total(&a[1..4]), total(&a[3..3]));
    println!("{}", sum_recursive(&a));
    let s = &a[1..5];
    let t = &s[1..3];
    println!("{:?} {:?} {}", s, t, t.len());
    println!("{:?} {:?} {:?}", s.first(), s.last(), (&a[0..0]).first());
    println!("{:?} {:?}", s.get(0), s.get(10));
    let (left, right) = a.split_at(2);
    println!("{:?} {:?}", left, right);
    println!("{} {}", a.contains(&3), a.contains(&9));
    println!("{} {}", a.starts_with(&[1, 2]), a.ends_with(&[5]));
    let mut b = a;
    b.reverse();
    println!("{:?}", b);
    b[1..4].reverse();
    println!("{:?}", b);
    b.swap(0, 5);
    println!("{:?}", &b[..]);
    {
        let m = &mut b[2..4];
        m[0] = 100;
        m[1] += 1000;
    }
    println!("{:?} {:?}", b, &a[..] == &[1, 2, 3, 4, 5, 6]);
}
