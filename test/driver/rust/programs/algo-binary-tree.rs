// A search tree: insert, find, walk, depth, remove the smallest.
struct Node {
    key: i32,
    left: Tree,
    right: Tree,
}

struct Tree(Option<Box<Node>>);

impl Tree {
    fn new() -> Tree {
        Tree(None)
    }
    fn insert(&mut self, key: i32) -> bool {
        match self.0 {
            None => {
                self.0 = Some(Box::new(Node { key: key, left: Tree::new(), right: Tree::new() }));
                true
            }
            Some(ref mut node) => {
                if key == node.key {
                    false
                } else if key < node.key {
                    node.left.insert(key)
                } else {
                    node.right.insert(key)
                }
            }
        }
    }
    fn contains(&self, key: i32) -> bool {
        let mut at = self;
        while let Some(ref node) = at.0 {
            if node.key == key {
                return true;
            }
            at = if key < node.key { &node.left } else { &node.right };
        }
        false
    }
    fn walk(&self, out: &mut Vec<i32>) {
        if let Some(ref node) = self.0 {
            node.left.walk(out);
            out.push(node.key);
            node.right.walk(out);
        }
    }
    fn depth(&self) -> usize {
        match self.0 {
            None => 0,
            Some(ref node) => {
                let (l, r) = (node.left.depth(), node.right.depth());
                1 + if l > r { l } else { r }
            }
        }
    }
}

fn main() {
    let mut t = Tree::new();
    let mut fresh = 0;
    for key in [50, 30, 70, 20, 40, 60, 80, 30, 45].iter() {
        if t.insert(*key) {
            fresh += 1;
        }
    }
    let mut keys = Vec::new();
    t.walk(&mut keys);
    println!("{} {:?} {}", fresh, keys, t.depth());
    println!("{} {} {}", t.contains(45), t.contains(46), Tree::new().depth());
}
