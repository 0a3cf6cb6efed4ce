// Operands, arguments and fields are evaluated from left to right.
fn say(n: i32) -> i32 {
    print!("{} ", n);
    n
}

fn three(a: i32, b: i32, c: i32) -> i32 {
    a * 100 + b * 10 + c
}

struct S {
    a: i32,
    b: i32,
}

impl S {
    fn add(&self, n: i32) -> i32 {
        self.a + self.b + n
    }
}

fn make() -> S {
    print!("make ");
    S { b: say(2), a: say(1) }
}

fn main() {
    println!("= {}", say(1) + say(2) * say(3));
    println!("= {}", three(say(1), say(2), say(3)));
    println!("= {}", make().add(say(9)));
    println!("= {:?}", (say(1), [say(2), say(3)]));
    let mut a = [0, 0, 0];
    a[say(1) as usize] = say(7);
    println!("= {:?}", a);
    a[say(2) as usize] += say(8);
    println!("= {:?}", a);
    println!("= {}", say(1) < say(2) && say(4) == say(3));
    let v = vec![say(5), say(6)];
    println!("= {}", v[(say(1)) as usize]);
}
