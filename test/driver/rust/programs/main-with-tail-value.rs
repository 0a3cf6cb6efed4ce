// main's last expression may be any of type ().
fn last() {
    println!("from last");
}

fn main() {
    println!("first");
    match 1 {
        1 => last(),
        _ => (),
    }
}
