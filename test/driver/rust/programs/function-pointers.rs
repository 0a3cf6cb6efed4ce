// Function pointers in variables, arrays, structs, as arguments and results.
fn add(a: i32, b: i32) -> i32 {
    a + b
}
fn sub(a: i32, b: i32) -> i32 {
    a - b
}
fn mul(a: i32, b: i32) -> i32 {
    a * b
}

struct Op {
    name: &'static str,
    run: fn(i32, i32) -> i32,
}

static OPS: [Op; 3] =
    [Op { name: "+", run: add }, Op { name: "-", run: sub }, Op { name: "*", run: mul }];

fn apply(f: fn(i32, i32) -> i32, a: i32, b: i32) -> i32 {
    f(a, b)
}

fn choose(c: char) -> Option<fn(i32, i32) -> i32> {
    match c {
        '+' => Some(add),
        '-' => Some(sub),
        _ => None,
    }
}

fn map(values: &mut [i32], f: fn(i32) -> i32) {
    for v in values {
        *v = f(*v);
    }
}

fn square(n: i32) -> i32 {
    n * n
}

fn main() {
    for op in OPS.iter() {
        println!("7 {} 3 = {}", op.name, (op.run)(7, 3));
    }
    println!("{} {}", apply(add, 1, 2), apply(mul, 3, 4));
    println!("{} {}", choose('-').unwrap()(9, 4), choose('?').is_none());
    let table: [fn(i32, i32) -> i32; 2] = [add, sub];
    println!("{}", table[1](1, table[0](2, 3)));
    let mut v = [1, 2, 3];
    map(&mut v, square);
    println!("{:?}", v);
    let mut f: fn(i32, i32) -> i32 = add;
    println!("{}", f(5, 5));
    f = mul;
    println!("{} {}", f(5, 5), f == mul as fn(i32, i32) -> i32);
}
