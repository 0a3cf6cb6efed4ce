// Debug of arrays, slices, vectors, tuples, options, results.
fn main() {
    println!("{:?} {:?}", [1, 2, 3], &[1, 2][..]);
    println!("{:?} {:?}", vec!["a", "b"], Vec::<i32>::new());
    println!("{:?} {:?} {:?}", (1,), (1, 2.5), ());
    println!("{:?} {:?}", Some(1), None::<i32>);
    println!("{:?}", Some(Some("x")));
    let ok: Result<i32, String> = Ok(1);
    let err: Result<i32, String> = Err(String::from("bad"));
    println!("{:?} {:?}", ok, err);
    println!("{:?} {:?}", &&5, Box::new(6));
    println!("{:?}", vec![vec![1], vec![], vec![2, 3]]);
    println!("{:?}", [Some('a'), None]);
    println!("{:?} {:?}", true, 'c');
    println!("{:02} {:?}", 5, vec![1.0, 2.5]);
    println!("{:?} {:?}", 1..3, (1, [2, 3]));
    println!("{:3?} {:05.1?}", vec![1, 2], [1.25, 2.0]);
}
