// A list of boxes: push, pop, reverse, walk.
#[derive(Debug)]
struct Node {
    value: i32,
    next: Option<Box<Node>>,
}

#[derive(Debug)]
struct List {
    head: Option<Box<Node>>,
    len: usize,
}

impl List {
    fn new() -> List {
        List { head: None, len: 0 }
    }
    fn push(&mut self, value: i32) {
        let next = self.head.take();
        self.head = Some(Box::new(Node { value: value, next: next }));
        self.len += 1;
    }
    fn pop(&mut self) -> Option<i32> {
        match self.head.take() {
            None => None,
            Some(node) => {
                let node = *node;
                self.head = node.next;
                self.len -= 1;
                Some(node.value)
            }
        }
    }
    fn reverse(&mut self) {
        let mut done = None;
        let mut rest = self.head.take();
        while let Some(mut node) = rest {
            rest = node.next.take();
            node.next = done;
            done = Some(node);
        }
        self.head = done;
    }
    fn sum(&self) -> i32 {
        let mut sum = 0;
        let mut at = &self.head;
        while let Some(ref node) = *at {
            sum += node.value;
            at = &node.next;
        }
        sum
    }
    fn add_to_all(&mut self, n: i32) {
        let mut at = self.head.as_mut();
        while let Some(node) = at {
            node.value += n;
            at = node.next.as_mut();
        }
    }
}

fn main() {
    let mut l = List::new();
    for i in 1..6 {
        l.push(i * i);
    }
    println!("{} {}", l.len, l.sum());
    println!("{:?}", l.pop());
    l.reverse();
    l.add_to_all(100);
    println!("{:?}", l.pop());
    println!("{:?}", l.sum());
    println!("{:?}", l);
    while let Some(n) = l.pop() {
        println!("{}", n);
    }
    println!("{} {}", l.len, l.head.is_none());
}
