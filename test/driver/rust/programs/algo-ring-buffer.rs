// A ring buffer of fixed size for any type.
struct Ring<T> {
    slots: Vec<Option<T>>,
    first: usize,
    len: usize,
}

impl<T> Ring<T> {
    fn new(size: usize) -> Ring<T> {
        let mut slots = Vec::with_capacity(size);
        for _ in 0..size {
            slots.push(None);
        }
        Ring { slots: slots, first: 0, len: 0 }
    }
    fn push(&mut self, t: T) -> Result<(), T> {
        let size = self.slots.len();
        if self.len == size {
            return Err(t);
        }
        let at = (self.first + self.len) % size;
        self.slots[at] = Some(t);
        self.len += 1;
        Ok(())
    }
    fn pop(&mut self) -> Option<T> {
        let t = self.slots[self.first].take();
        if t.is_some() {
            self.first = (self.first + 1) % self.slots.len();
            self.len -= 1;
        }
        t
    }
}

fn main() {
    let mut r = Ring::new(3);
    for i in 0..4 {
        println!("{:?}", r.push(i));
    }
    println!("{:?} {:?}", r.pop(), r.pop());
    println!("{:?} {:?} {}", r.push(10), r.push(11), r.first);
    while let Some(n) = r.pop() {
        print!("{} ", n);
    }
    println!("{:?} {}", r.pop(), r.len);
    let mut s: Ring<String> = Ring::new(1);
    println!("{:?}", s.push("a".to_string()));
    println!("{:?} {:?}", s.push("b".to_string()), s.pop());
}
