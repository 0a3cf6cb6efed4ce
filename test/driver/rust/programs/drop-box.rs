// A box drops its content.
struct D(u32);
impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

struct Node {
    d: D,
    next: Option<Box<Node>>,
}

fn main() {
    let a = Box::new(D(1));
    let b = Box::new(Box::new(D(2)));
    println!("{} {}", a.0, b.0);
    let out = *a;
    println!("out {}", out.0);
    let list = Node { d: D(10), next: Some(Box::new(Node { d: D(11), next: None })) };
    println!("{}", list.d.0);
    drop(list);
    let mut c = Box::new(D(3));
    *c = D(4);
    println!("end");
}
