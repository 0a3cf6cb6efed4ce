// Method calls borrow and dereference their receiver as needed.
struct S {
    n: i32,
}

impl S {
    fn by_ref(&self) -> i32 {
        self.n
    }
    fn by_mut(&mut self) {
        self.n += 1;
    }
    fn by_value(self) -> i32 {
        self.n * 1000
    }
}

struct Holder<'a> {
    s: &'a mut S,
}

fn main() {
    let mut s = S { n: 1 };
    s.by_mut();
    println!("{} {}", s.by_ref(), (&s).by_ref());
    {
        let r = &mut s;
        r.by_mut();
        println!("{}", r.by_ref());
        let rr = &r;
        println!("{}", rr.by_ref());
    }
    {
        let h = Holder { s: &mut s };
        h.s.by_mut();
        println!("{} {}", h.s.n, h.s.by_ref());
    }
    let mut b = Box::new(S { n: 10 });
    b.by_mut();
    println!("{} {}", b.by_ref(), b.n);
    let bb = Box::new(b);
    println!("{} {}", bb.by_ref(), bb.n);
    println!("{}", (*bb).by_value());
    println!("{}", s.by_value());
    let list = vec![S { n: 5 }];
    println!("{} {}", list[0].by_ref(), (&list[0]).n);
    let text = Box::new(String::from("abc"));
    println!("{} {}", text.len(), (&&text[1..]).len());
}
