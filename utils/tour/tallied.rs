extern crate tally;

fn main() {
    let before = unsafe { tally::ALLOCATIONS };
    let boxed = Box::new(8);
    let list = vec![1, 2, 3];
    let made = unsafe { tally::ALLOCATIONS } - before;
    println!("{} {:?}: {} allocations", boxed, list, made);
}
