// Arguments and lets coerce: &String to &str, &Vec to &[T], &[T; N] to &[T], &Box<T> to &T.
fn length(s: &str) -> usize {
    s.len()
}

fn sum(values: &[i32]) -> i32 {
    let mut total = 0;
    for v in values {
        total += *v;
    }
    total
}

fn number(n: &i32) -> i32 {
    *n
}

fn raise(values: &mut [i32]) {
    for v in values {
        *v += 1;
    }
}

fn read(p: *const i32) -> i32 {
    unsafe { *p }
}

fn main() {
    let s = String::from("four");
    println!("{} {}", length(&s), length("abc"));
    let v = vec![1, 2, 3];
    let a = [4, 5];
    println!("{} {} {}", sum(&v), sum(&a), sum(&[6]));
    let b = Box::new(7);
    println!("{} {}", number(&b), number(&*b));
    let mut w = vec![1, 2];
    let mut c = [3];
    raise(&mut w);
    raise(&mut c);
    println!("{:?} {:?}", w, c);
    let slice: &[i32] = &a;
    let text: &str = &s;
    println!("{} {}", slice.len(), text);
    let n = 9;
    println!("{} {}", read(&n), read(&mut 10));
    let mut m = 11;
    let r = &mut m;
    println!("{}", number(r));
    let boxed = Box::new(vec![1, 2]);
    println!("{}", sum(&boxed));
    let slices: [&[i32]; 2] = [&[1], &[2, 3]];
    println!("{}", sum(slices[1]));
}
