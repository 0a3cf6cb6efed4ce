// Deref and DerefMut make a wrapper act as its content.
use std::ops::{Deref, DerefMut};

struct Logged {
    inner: Vec<i32>,
    writes: u32,
}

impl Deref for Logged {
    type Target = Vec<i32>;
    fn deref(&self) -> &Vec<i32> {
        &self.inner
    }
}

impl DerefMut for Logged {
    fn deref_mut(&mut self) -> &mut Vec<i32> {
        self.writes += 1;
        &mut self.inner
    }
}

struct Text(String);

impl Deref for Text {
    type Target = String;
    fn deref(&self) -> &String {
        &self.0
    }
}

fn total(values: &[i32]) -> i32 {
    let mut sum = 0;
    for v in values {
        sum += *v;
    }
    sum
}

fn shout(s: &str) -> usize {
    s.len()
}

fn main() {
    let mut l = Logged { inner: vec![1, 2], writes: 0 };
    l.push(3);
    l.push(4);
    l[0] = 100;
    println!("{} {} {}", l.len(), l[1], total(&l));
    println!("{:?} {}", *l, l.writes);
    let t = Text(String::from("abc"));
    println!("{} {} {}", t.len(), shout(&t), *t == "abc");
    println!("{}", t.starts_with("ab"));
}
