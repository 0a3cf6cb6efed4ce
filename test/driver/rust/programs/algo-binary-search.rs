// Binary search in slices.
fn search(values: &[i32], wanted: i32) -> Result<usize, usize> {
    let mut low = 0;
    let mut high = values.len();
    while low < high {
        let middle = low + (high - low) / 2;
        if values[middle] == wanted {
            return Ok(middle);
        }
        if values[middle] < wanted {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    Err(low)
}

fn search_recursive(values: &[i32], wanted: i32) -> bool {
    if values.is_empty() {
        return false;
    }
    let middle = values.len() / 2;
    match values[middle] {
        v if v == wanted => true,
        v if v < wanted => search_recursive(&values[middle + 1..], wanted),
        _ => search_recursive(&values[..middle], wanted),
    }
}

fn main() {
    let v = [1, 3, 5, 7, 9, 11];
    for n in 0..13 {
        println!("{} {:?} {}", n, search(&v, n), search_recursive(&v, n));
    }
    println!("{:?}", search(&[], 5));
}
