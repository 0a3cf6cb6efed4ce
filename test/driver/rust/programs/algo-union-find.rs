// Disjoint sets with path compression.
struct Sets {
    parent: Vec<usize>,
    size: Vec<usize>,
    count: usize,
}

impl Sets {
    fn new(n: usize) -> Sets {
        let mut parent = Vec::with_capacity(n);
        for i in 0..n {
            parent.push(i);
        }
        Sets { parent: parent, size: vec![1; n], count: n }
    }
    fn find(&mut self, x: usize) -> usize {
        let p = self.parent[x];
        if p == x {
            return x;
        }
        let root = self.find(p);
        self.parent[x] = root;
        root
    }
    fn join(&mut self, a: usize, b: usize) -> bool {
        let (mut a, mut b) = (self.find(a), self.find(b));
        if a == b {
            return false;
        }
        if self.size[a] < self.size[b] {
            std::mem::swap(&mut a, &mut b);
        }
        self.parent[b] = a;
        self.size[a] += self.size[b];
        self.count -= 1;
        true
    }
}

fn main() {
    let mut s = Sets::new(10);
    for &(a, b) in [(0, 1), (2, 3), (1, 3), (0, 2), (5, 6), (7, 7)].iter() {
        println!("{} {} {}", a, b, s.join(a, b));
    }
    let roots = [s.find(0), s.find(3), s.find(5)];
    println!("{} {} {}", s.count, roots[0] == roots[1], roots[1] == roots[2]);
    let root = s.find(2);
    println!("{}", s.size[root]);
}
