// A vector drops its elements in order; so do clear and truncate.
struct D(u32);
impl Drop for D {
    fn drop(&mut self) {
        print!("-{} ", self.0);
    }
}

fn line(what: &str) {
    println!("{}", what);
}

fn main() {
    let mut v = Vec::new();
    for i in 0..8 {
        v.push(D(i));
    }
    line("pushed");
    v.truncate(6);
    line("truncated");
    let popped = v.pop();
    line("popped");
    drop(popped);
    line("dropped what was popped");
    v.remove(1);
    line("removed");
    v[0] = D(100);
    line("stored");
    let w = vec![D(20), D(21)];
    v.clear();
    line("cleared");
    println!("{} {}", v.len(), w.len());
    v.push(D(30));
    drop(v);
    line("end");
    drop(w);
    line("w");
}
