// Unit, tuple and named structs; update syntax; nested fields.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Unit;
#[derive(Debug, Clone, Copy, PartialEq)]
struct Meters(f64);
#[derive(Debug, Clone, PartialEq)]
struct Person {
    name: String,
    age: u32,
    height: Meters,
    flags: [bool; 2],
}

fn older(p: &Person) -> Person {
    Person { age: p.age + 1, ..p.clone() }
}

fn main() {
    let u = Unit;
    println!("{:?} {}", u, u == Unit);
    let m = Meters(1.5);
    println!("{}", m.0);
    let mut p = Person { height: m, name: "Ann".to_string(), flags: [true, false], age: 30 };
    let q = older(&p);
    println!("{:?}", q);
    p.height.0 += 0.25;
    p.flags[1] = true;
    p.name.push_str("ie");
    println!("{:?} {}", p, p == q);
    let make: fn(f64) -> Meters = Meters;
    println!("{:?}", make(2.0));
    let age = 5;
    let r = Person { name: String::new(), age: age, height: Meters(0.5), flags: [false; 2] };
    println!("{} {}", r.age, r.name.is_empty());
}
