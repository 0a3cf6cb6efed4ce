// The smallest number has no opposite.
fn opposite(n: i16) -> i16 {
    -n
}

fn main() {
    println!("{}", opposite(i16::max_value()));
    println!("{}", opposite(i16::min_value()));
}
