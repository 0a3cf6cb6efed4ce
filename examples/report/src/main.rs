//! A program in the dialect. To name `counting` is to choose it, for all crates in here.

extern crate counting;
extern crate index;

extern "C" {
    fn counting_allocations() -> usize;
    fn counting_deallocations() -> usize;
}

fn main() {
    {
        let text = "every program has one allocator and every crate can name one";
        println!("the report: {}", index::summary(text));
    }
    let (taken, given_back) = unsafe { (counting_allocations(), counting_deallocations()) };
    println!("{} blocks taken, {} of them given back", taken, given_back);
}
