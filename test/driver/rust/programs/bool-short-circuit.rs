// `&&` and `||` do not evaluate what they need not.
fn say(name: &str, value: bool) -> bool {
    println!("asked {}", name);
    value
}

fn main() {
    println!("{}", say("a", false) && say("b", true));
    println!("{}", say("c", true) || say("d", true));
    println!("{}", say("e", true) && say("f", false) || say("g", true));
    println!("{}", say("h", false) & say("i", true));
    println!("{}", say("j", true) | say("k", true));
    println!("{}", !say("l", true));
    if !(say("m", false) || say("n", false)) && say("o", true) {
        println!("in");
    }
    let b = true;
    println!("{} {} {}", b == true, b != true, b > false);
}
