// Boxes: reading, writing, moving out, nesting, comparing.
#[derive(Debug, Clone, PartialEq)]
struct Big {
    data: [u64; 8],
    name: String,
}

fn make(n: u64) -> Box<Big> {
    Box::new(Big { data: [n; 8], name: format!("n{}", n) })
}

fn main() {
    let mut a = Box::new(5);
    *a += 1;
    println!("{} {}", a, *a * 2);
    let b = make(3);
    println!("{} {}", b.data[7], b.name);
    let c = b.clone();
    println!("{}", b == c);
    let name = b.name;
    println!("{}", name);
    let unboxed = *c;
    println!("{:?}", unboxed.data);
    let slice: Box<[i32]> = Box::new([1, 2, 3]);
    println!("{} {:?}", slice.len(), slice);
    let nested = Box::new(Box::new(Some(7)));
    println!("{:?} {}", nested, nested.is_some());
    let mut list = vec![make(1), make(2)];
    list[1].data[0] = 99;
    println!("{} {}", list[0].name, list[1].data[0]);
    let t = Box::new((String::from("left"), String::from("right")));
    let (left, right) = *t;
    println!("{} {}", left, right);
    let r: &mut i32 = &mut a;
    *r = 0;
    println!("{}", a);
    let unit = Box::new(());
    println!("{:?}", unit);
}
