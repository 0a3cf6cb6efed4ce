// expect() says its own words.
fn main() {
    let mut stack = vec![1, 2];
    loop {
        let top = stack.pop().expect("the stack is empty");
        println!("{}", top);
    }
}
