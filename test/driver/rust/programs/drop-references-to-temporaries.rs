// A temporary bound by `let` lives as long as the local.
struct D(u32);
impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

struct Wrap<'a> {
    d: &'a D,
}

fn main() {
    let r = &D(1);
    let w = Wrap { d: &D(2) };
    let (a, b) = (&D(3), 4);
    println!("{} {} {} {}", r.0, w.d.0, a.0, b);
    {
        let inner = &D(5);
        println!("{}", inner.0);
    }
    let field = &(D(6), D(7)).1;
    println!("{}", field.0);
    println!("end");
}
