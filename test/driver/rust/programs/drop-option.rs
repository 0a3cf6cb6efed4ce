// take(), replacing, and dropping what is in an Option.
struct D(u32);
impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let mut a = Some(D(1));
    let taken = a.take();
    println!("{} {}", a.is_none(), taken.is_some());
    a = Some(D(2));
    println!("stored");
    a = None;
    println!("cleared");
    if let Some(d) = taken {
        println!("inside {}", d.0);
    }
    println!("after if let");
    let b = Some(D(3));
    if let Some(ref d) = b {
        println!("borrowed {}", d.0);
    }
    let c = Some(D(4)).unwrap_or(D(5));
    println!("c {}", c.0);
    let d = None.unwrap_or(D(6));
    println!("d {}", d.0);
}
