// while let takes things until there are none.
fn main() {
    let mut stack = vec![1, 2, 3];
    while let Some(top) = stack.pop() {
        println!("{}", top);
        if top == 3 {
            stack.push(10);
            stack.push(20);
        }
    }
    println!("{}", stack.len());
    let mut chars = "abc".chars();
    while let Some(c) = chars.next() {
        print!("{}.", c);
    }
    println!("");
    let mut option = Some(0);
    while let Some(i) = option {
        if i > 3 {
            println!("stop");
            option = None;
        } else {
            println!("i {}", i);
            option = Some(i + 1);
        }
    }
    let mut pairs = vec![(1, 'a'), (2, 'b'), (3, 'c')];
    while let Some((n, c)) = pairs.pop() {
        if n == 2 {
            continue;
        }
        println!("{}{}", n, c);
    }
}
