// `let _ = value` drops at once a temporary, and does not move a place.
struct D(u32);
impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn make(n: u32) -> D {
    D(n)
}

fn main() {
    let _ = make(1);
    println!("after 1");
    let _two = make(2);
    println!("after 2");
    let three = make(3);
    let _ = three;
    println!("after 3");
    make(4);
    println!("after 4");
    let (_, _five) = (make(50), make(5));
    println!("after 5 {}", three.0);
}
