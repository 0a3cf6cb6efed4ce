// A binary heap and heap sort.
struct Heap {
    items: Vec<i32>,
}

impl Heap {
    fn push(&mut self, n: i32) {
        self.items.push(n);
        let mut i = self.items.len() - 1;
        while i > 0 {
            let parent = (i - 1) / 2;
            if self.items[parent] <= self.items[i] {
                break;
            }
            self.items.swap(parent, i);
            i = parent;
        }
    }

    fn pop(&mut self) -> Option<i32> {
        if self.items.is_empty() {
            return None;
        }
        let last = self.items.len() - 1;
        self.items.swap(0, last);
        let smallest = self.items.pop();
        let mut i = 0;
        loop {
            let mut least = i;
            for child in 2 * i + 1..2 * i + 3 {
                if child < self.items.len() && self.items[child] < self.items[least] {
                    least = child;
                }
            }
            if least == i {
                return smallest;
            }
            self.items.swap(i, least);
            i = least;
        }
    }
}

fn main() {
    let mut h = Heap { items: Vec::new() };
    for n in [5, 3, 9, -1, 4, 3, 100, 0].iter() {
        h.push(*n);
    }
    println!("{}", h.items[0]);
    let mut sorted = vec![];
    while let Some(n) = h.pop() {
        sorted.push(n);
    }
    println!("{:?}", sorted);
    println!("{:?}", h.pop());
}
