// Iterating by value drops each element after its turn, and the rest after a break.
struct D(u32);
impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let v = vec![D(1), D(2)];
    for d in v {
        println!("see {}", d.0);
    }
    println!("second");
    let w = vec![D(3), D(4), D(5), D(6)];
    for d in w {
        println!("see {}", d.0);
        if d.0 == 4 {
            break;
        }
    }
    println!("third");
    let x = vec![D(7)];
    for d in &x {
        println!("see {}", d.0);
    }
    println!("end");
}
