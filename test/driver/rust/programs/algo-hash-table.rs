// A hash table with chains, written by hand.
struct Table<V> {
    buckets: Vec<Vec<(String, V)>>,
    len: usize,
}

fn hash(text: &str) -> usize {
    let mut h = 5381usize;
    for b in text.bytes() {
        h = h.wrapping_mul(33) ^ b as usize;
    }
    h
}

impl<V> Table<V> {
    fn new(buckets: usize) -> Table<V> {
        let mut b = Vec::new();
        for _ in 0..buckets {
            b.push(Vec::new());
        }
        Table { buckets: b, len: 0 }
    }
    fn insert(&mut self, key: &str, value: V) -> Option<V> {
        let at = hash(key) % self.buckets.len();
        for entry in self.buckets[at].iter_mut() {
            if entry.0 == key {
                return Some(std::mem::replace(&mut entry.1, value));
            }
        }
        self.buckets[at].push((key.to_string(), value));
        self.len += 1;
        None
    }
    fn get(&self, key: &str) -> Option<&V> {
        for entry in &self.buckets[hash(key) % self.buckets.len()] {
            if entry.0 == key {
                return Some(&entry.1);
            }
        }
        None
    }
    fn remove(&mut self, key: &str) -> Option<V> {
        let at = hash(key) % self.buckets.len();
        let bucket = &mut self.buckets[at];
        for i in 0..bucket.len() {
            if bucket[i].0 == key {
                self.len -= 1;
                return Some(bucket.swap_remove(i).1);
            }
        }
        None
    }
}

fn main() {
    let mut t = Table::new(4);
    for (i, word) in ["one", "two", "three", "four", "five", "two"].iter().enumerate() {
        println!("{:?}", t.insert(word, i));
    }
    println!("{} {:?} {:?}", t.len, t.get("two"), t.get("six"));
    println!("{:?} {:?} {}", t.remove("one"), t.remove("one"), t.len);
    if let Some(n) = t.get("five") {
        println!("{}", n);
    }
}
