// Vectors: making, growing, shrinking, searching.
fn main() {
    let mut v: Vec<i32> = Vec::new();
    println!("{} {} {:?}", v.len(), v.is_empty(), v);
    for i in 0..10 {
        v.push(i * i);
    }
    println!("{:?} {}", v, v.len());
    println!("{:?} {:?}", v.pop(), v.last());
    v.insert(0, -1);
    v.insert(5, -5);
    println!("{:?}", v);
    println!("{} {}", v.remove(0), v.remove(4));
    println!("{}", v.swap_remove(0));
    println!("{:?}", v);
    v.truncate(5);
    v.reverse();
    println!("{:?}", v);
    v.extend_from_slice(&[7, 7]);
    println!("{:?} {} {}", v, v.contains(&7), v.contains(&8));
    v.swap(0, 6);
    println!("{:?} {:?}", v.first(), v.get(100));
    let w = v.clone();
    println!("{} {}", v == w, v != vec![1]);
    v.clear();
    println!("{:?} {}", v, w.len());
    let c: Vec<u8> = Vec::with_capacity(10);
    println!("{} {}", c.len(), c.capacity() >= 10);
    println!("{:?} {:?}", vec![0; 3], vec!["x"; 2]);
    let mut s = vec![String::from("b")];
    s.push("a".to_string());
    s[0].push('!');
    println!("{:?} {}", s, s[0] < s[1]);
}
