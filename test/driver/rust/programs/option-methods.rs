// What Options can do.
fn main() {
    let some = Some(5);
    let none: Option<i32> = None;
    println!("{} {} {} {}", some.is_some(), some.is_none(), none.is_some(), none.is_none());
    println!("{} {} {}", some.unwrap(), some.unwrap_or(1), none.unwrap_or(1));
    println!("{}", some.expect("there"));
    println!("{} {}", some.unwrap_or_default(), none.unwrap_or_default());
    let mut a = Some(String::from("text"));
    println!("{:?}", a.as_ref().unwrap().len());
    a.as_mut().unwrap().push('!');
    println!("{:?}", a);
    let b = a.take();
    println!("{:?} {:?}", a, b);
    println!("{:?} {:?}", some.or(Some(1)), none.or(Some(1)));
    println!("{:?} {:?}", some.and(Some("x")), none.and(Some("x")));
    println!("{:?} {:?}", some.ok_or("no"), none.ok_or("no"));
    println!("{} {} {}", some == Some(5), some == none, none == None);
    println!("{} {}", none < some, Some(1) < Some(2));
    println!("{:?}", b.clone());
    let nested: Option<Option<u8>> = Some(None);
    println!("{:?} {}", nested, nested.is_some());
    let default: Option<u8> = Default::default();
    println!("{:?}", default);
}
