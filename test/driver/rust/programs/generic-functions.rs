// Functions for any type.
use std::mem;

fn identity<T>(t: T) -> T {
    t
}

fn pair<A, B>(a: A, b: B) -> (A, B) {
    (a, b)
}

fn swap_pair<A, B>(p: (A, B)) -> (B, A) {
    let (a, b) = p;
    (b, a)
}

fn pick<T>(first: bool, a: T, b: T) -> T {
    if first { a } else { b }
}

fn exchange<T>(a: &mut T, b: &mut T) {
    mem::swap(a, b);
}

fn last_of<T>(values: &[T]) -> Option<&T> {
    if values.len() == 0 { None } else { Some(&values[values.len() - 1]) }
}

fn size<T>() -> usize {
    mem::size_of::<T>()
}

fn main() {
    println!("{} {}", identity(5), identity("five"));
    println!("{:?}", pair(1, 'x'));
    println!("{:?}", swap_pair((1, "one")));
    println!("{} {}", pick(true, 1.5, 2.5), pick(false, String::from("a"), String::from("b")));
    let mut a = vec![1];
    let mut b = vec![2, 3];
    exchange(&mut a, &mut b);
    println!("{:?} {:?}", a, b);
    println!("{:?} {:?}", last_of(&a), last_of::<u8>(&[]));
    println!("{} {} {}", size::<u8>(), size::<[u16; 3]>(), size::<()>());
    println!("{}", identity::<u8>(200) as i8);
    let f: fn(i32) -> i32 = identity;
    println!("{}", f(9));
    println!("{}", identity(identity)(3));
}
