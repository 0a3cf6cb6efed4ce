// Structs that hold references.
struct Cursor<'a> {
    text: &'a [u8],
    at: usize,
}

impl<'a> Cursor<'a> {
    fn new(text: &'a str) -> Cursor<'a> {
        Cursor { text: text.as_bytes(), at: 0 }
    }
    fn peek(&self) -> Option<u8> {
        if self.at < self.text.len() { Some(self.text[self.at]) } else { None }
    }
    fn next(&mut self) -> Option<u8> {
        let found = self.peek();
        if found.is_some() {
            self.at += 1;
        }
        found
    }
    fn rest(&self) -> &'a [u8] {
        &self.text[self.at..]
    }
}

struct Total<'a> {
    sum: &'a mut i32,
}

impl<'a> Total<'a> {
    fn add(&mut self, n: i32) {
        *self.sum += n;
    }
}

fn main() {
    let mut c = Cursor::new("abc");
    println!("{:?} {:?} {:?}", c.next(), c.next(), c.peek());
    println!("{:?}", c.rest());
    println!("{:?} {:?}", c.next(), c.next());
    let mut sum = 1;
    {
        let mut t = Total { sum: &mut sum };
        t.add(10);
        t.add(20);
    }
    println!("{}", sum);
}
